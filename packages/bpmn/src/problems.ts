import { BpmnError } from './errors.ts'
import type { BpmnErrorCode, BpmnProblem } from './errors.ts'
import { attribute, prefixOf } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

const LONGEST_TEXT = 500

/** Collects all that is wrong with a model, so that one attempt shows every mistake. */
export class Problems {
  readonly #found: BpmnProblem[] = []

  /** A rule of BPMN or Zeebe is broken. */
  invalid(element: XmlElement, message: string): void {
    this.#add('BPMN_INVALID', element, message)
  }

  /** Right, but Tenon does not run it. */
  unsupported(element: XmlElement, message: string): void {
    this.#add('BPMN_UNSUPPORTED', element, message)
  }

  /** In the order of the file. */
  throwIfAny(): void {
    const [first, ...others] = this.#found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    if (first !== undefined) throw new BpmnError([first, ...others])
  }

  #add(code: BpmnErrorCode, element: XmlElement, message: string): void {
    const elementId = cut(shownId(element) ?? '') || null
    this.#found.push({ code, elementId, line: element.line, message: cut(message) })
  }
}

/** What is quoted comes from the file, where a name may have megabytes. */
const cut = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text

/** The id that people know from the diagram: parts like a mapping or event definition have none. */
const shownId = (element: XmlElement): string | null => {
  const isPart =
    prefixOf(element.name) !== 'bpmn' || /(EventDefinition|LoopCharacteristics)$/.test(element.name)
  const id = isPart ? null : attribute(element, 'id')
  if (id !== null) return id
  return element.parent === null ? null : shownId(element.parent)
}
