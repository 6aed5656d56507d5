import {
  applyTemplate,
  elementTypeOf,
  perform,
  templateOf,
  unlinkTemplate,
  type Change,
  type ElementTemplate,
} from '@tenon/templates'
import { isOfKind } from './element-kind.ts'
import type { DiagramElement, Injector } from './services.ts'

interface ApplyContext {
  readonly template: ElementTemplate
  /** After a replacement, the new element. */
  element: DiagramElement
}

interface RunContext {
  readonly element: DiagramElement
  readonly changes: readonly Change[]
}

interface WriteContext extends RunContext {
  undo?: () => void
}

const commands = {
  apply: 'template.apply',
  run: 'template.run',
  write: 'template.write',
} as const

/** Writes what templates say into the model: each call is one step to undo. */
export class TemplateCommands {
  static readonly $inject = ['injector']
  readonly #services: Injector

  constructor(services: Injector) {
    this.#services = services
    const stack = services.get('commandStack')
    stack.register(commands.apply, { preExecute: (context: ApplyContext) => this.#apply(context) })
    stack.register(commands.run, { preExecute: (context: RunContext) => this.#run(context) })
    stack.register(commands.write, { execute: write, revert })
  }

  /** Applies or upgrades; an element of another type is replaced first. The element that has it. */
  apply(element: DiagramElement, template: ElementTemplate): DiagramElement {
    const context: ApplyContext = { element, template }
    this.#services.get('commandStack').execute(commands.apply, context)
    return context.element
  }

  /** Executes a change list. No changes are no step. */
  run(element: DiagramElement, changes: readonly Change[]): void {
    if (changes.length === 0) return
    this.#services.get('commandStack').execute(commands.run, { element, changes })
  }

  /** The element keeps its values and forgets its template. */
  unlink(element: DiagramElement): void {
    this.run(element, unlinkTemplate(element.businessObject))
  }

  #apply(context: ApplyContext): void {
    const { template } = context
    // Before a replacement, which forgets it.
    const previous = this.#templateOf(context.element)
    const kind = elementTypeOf(template)
    if (kind !== undefined && !isOfKind(context.element.businessObject, kind)) {
      context.element = this.#services.get('bpmnReplace').replaceElement(context.element, kind)
    }
    const { element } = context
    this.run(element, applyTemplate(element.businessObject, template, { previous }))
  }

  #templateOf({ businessObject }: DiagramElement): ElementTemplate | undefined {
    const link = templateOf(businessObject)
    if (link === undefined) return undefined
    return this.#services.get('templateCatalog').find(link.id, link.version)
  }

  /** The modeler must see a new name or id itself: labels and references hang on them. */
  #run({ element, changes }: RunContext): void {
    const modeled = changes.flatMap((change) =>
      change.element === element.businessObject ? pick(change, isModeled) : [],
    )
    if (modeled.length > 0) {
      this.#services.get('modeling').updateProperties(element, Object.fromEntries(modeled))
    }
    const written = changes.map((change) =>
      change.element === element.businessObject
        ? { ...change, properties: Object.fromEntries(pick(change, isWritten)) }
        : change,
    )
    this.#services.get('commandStack').execute(commands.write, { element, changes: written })
  }
}

const isModeled = (name: string): boolean => name === 'name' || name === 'id'
const isWritten = (name: string): boolean => !isModeled(name)

const pick = (
  { properties }: Change,
  wanted: (name: string) => boolean,
): readonly (readonly [string, unknown])[] =>
  Object.entries(properties).filter(([name]) => wanted(name))

/** `execute` runs again for each redo. */
const write = (context: WriteContext): readonly DiagramElement[] => {
  context.undo = perform(context.changes)
  return drawn(context)
}

const revert = (context: WriteContext): readonly DiagramElement[] => {
  context.undo?.()
  return drawn(context)
}

const drawn = ({ element }: RunContext): readonly DiagramElement[] => [
  element,
  ...(element.labels ?? []),
]
