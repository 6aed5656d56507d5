import { readExtension } from './extensions.ts'
import type { Problems } from './problems.ts'
import type { FlowElement, Text } from './process.ts'
import { attribute, childrenNamed, isTrue } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** How an activity is done once for each item of a list. All FEEL has its leading `=`. */
export interface MultiInstance {
  /** One after the other, or all at once. */
  readonly isSequential: boolean
  /** FEEL that gives the list. */
  readonly inputCollection: string
  /** The variable that has the item. */
  readonly inputElement: string | null
  /** What all give together. */
  readonly output: MultiInstanceOutput | null
  /** FEEL: whether those that are done are enough. */
  readonly completionCondition: string | null
}

export interface MultiInstanceOutput {
  /** The variable that gets the list, in the order of the items. */
  readonly collection: string
  /** FEEL that gives its items. */
  readonly element: string
  /** The variable that this names, or leads into: each instance has its own. */
  readonly variable: string | null
}

/** A name of a variable. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

export const readMultiInstance = (
  activity: XmlElement,
  problems: Problems,
): MultiInstance | null => {
  const [marker, another] = childrenNamed(activity, 'bpmn:multiInstanceLoopCharacteristics')
  if (marker === undefined) return null
  if (another !== undefined) {
    problems.invalid(activity, 'The activity has several multi-instance markers. Keep one.')
  }
  const settings = readExtension(marker, 'zeebe:loopCharacteristics', problems)
  if (settings === null) {
    const message = 'The multi-instance has no zeebe:loopCharacteristics. Choose its list.'
    problems.invalid(activity, message)
    return null
  }
  const source = { activity, settings, problems }
  return {
    isSequential: isTrue(marker, 'isSequential'),
    inputCollection: readExpression('inputCollection', source) ?? '',
    inputElement: readName('inputElement', source),
    output: readOutput(source),
    completionCondition: readCondition(marker, source),
  }
}

/** The variables that each instance of an element has before its inputs. */
export const loopVariables = ({ multiInstance }: FlowElement): readonly string[] => {
  if (multiInstance === null) return []
  const { inputElement, output } = multiInstance
  return [inputElement, output?.variable ?? null, 'loopCounter'].filter((name) => name !== null)
}

/** What is evaluated when it runs. */
export const textsOfMultiInstance = ({ multiInstance }: FlowElement): readonly Text[] => {
  if (multiInstance === null) return []
  const { inputCollection, output, completionCondition } = multiInstance
  return [
    { text: inputCollection, what: 'input collection' },
    ...(output === null ? [] : [{ text: output.element, what: 'output element' }]),
    ...(completionCondition === null
      ? []
      : [{ text: completionCondition, what: 'completion condition' }]),
  ]
}

interface Source {
  readonly activity: XmlElement
  readonly settings: XmlElement
  readonly problems: Problems
}

const readOutput = (source: Source): MultiInstanceOutput | null => {
  const { activity, settings, problems } = source
  const has = (name: string): boolean => (attribute(settings, name) ?? '') !== ''
  if (!has('outputCollection') && !has('outputElement')) return null
  if (!has('outputElement')) {
    problems.invalid(activity, 'The outputCollection needs an outputElement.')
    return null
  }
  if (!has('outputCollection')) {
    problems.invalid(activity, 'The outputElement needs an outputCollection.')
    return null
  }
  const collection = readName('outputCollection', source)
  const element = readExpression('outputElement', source)
  if (collection === null || element === null) return null
  return { collection, element, variable: variableIn(element) }
}

const VARIABLE = /^=\s*([\p{L}_][\p{L}\p{M}\p{N}_]*)(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*\s*$/u
const literals: ReadonlySet<string> = new Set(['null', 'true', 'false'])

const variableIn = (expression: string): string | null => {
  const name = VARIABLE.exec(expression)?.[1] ?? null
  return name === null || literals.has(name) ? null : name
}

const readCondition = (marker: XmlElement, { activity, problems }: Source): string | null => {
  const [expression] = childrenNamed(marker, 'bpmn:completionCondition')
  const condition = expression?.text.trim() ?? ''
  if (condition === '') return null
  if (condition.startsWith('=')) return condition
  const message = 'The completionCondition must be a FEEL expression that starts with =.'
  problems.invalid(activity, message)
  return null
}

const readExpression = (
  name: 'inputCollection' | 'outputElement',
  { activity, settings, problems }: Source,
): string | null => {
  const text = attribute(settings, name) ?? ''
  if (text.length > 1 && text.startsWith('=')) return text
  const message = `The multi-instance needs as ${name} a FEEL expression that starts with =.`
  problems.invalid(activity, message)
  return null
}

const readName = (
  name: 'inputElement' | 'outputCollection',
  { activity, settings, problems }: Source,
): string | null => {
  const text = attribute(settings, name) ?? ''
  if (text === '') return null
  if (NAME.test(text)) return text
  const message = `The ${name} "${text}" must be a variable: letters, digits and _.`
  problems.invalid(activity, message)
  return null
}
