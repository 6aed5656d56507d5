import {
  appliesTo,
  elementTypeOf,
  templateOf,
  unlinkTemplate,
  type ElementTemplate,
} from '@tenon/templates'
import { isOfKind } from './element-kind.ts'
import type { DiagramElement, Injector } from './services.ts'
import { kindMadeBy } from './template-catalog.ts'

/** Gives new elements their template, and takes it from those that have become something else. */
export class TemplateCreation {
  static readonly $inject = ['injector']
  readonly #services: Injector
  readonly #awaited = new WeakMap<DiagramElement, ElementTemplate>()

  constructor(services: Injector) {
    this.#services = services
    const events = services.get('eventBus')
    // Within the command that creates or replaces, so that one undo takes back both.
    events.on('commandStack.shape.create.postExecuted', ({ context }) =>
      this.#applyAwaited(context.shape),
    )
    events.on('commandStack.shape.replace.postExecuted', ({ context }) =>
      this.#unlinkForeign(context.newShape),
    )
  }

  /** A shape that gets the template as soon as it stands in the diagram. */
  shapeFor(template: ElementTemplate): DiagramElement {
    const shape = this.#services.get('elementFactory').createShape(kindMadeBy(template))
    // It is dragged with the icon that it will have.
    if (template.icon !== undefined)
      shape.businessObject.set('zeebe:modelerTemplateIcon', template.icon.contents)
    this.#awaited.set(shape, template)
    return shape
  }

  #applyAwaited(shape: DiagramElement): void {
    const template = this.#awaited.get(shape)
    if (template === undefined) return
    this.#awaited.delete(shape)
    this.#services.get('templateCommands').apply(shape, template)
  }

  #unlinkForeign(shape: DiagramElement): void {
    const link = templateOf(shape.businessObject)
    if (link === undefined) return
    const template = this.#services.get('templateCatalog').findLatest(link.id)
    if (template !== undefined && mayHave(shape, template)) return
    this.#services.get('templateCommands').run(shape, unlinkTemplate(shape.businessObject))
  }
}

const mayHave = ({ businessObject }: DiagramElement, template: ElementTemplate): boolean => {
  const kind = elementTypeOf(template)
  return kind === undefined ? appliesTo(template, businessObject) : isOfKind(businessObject, kind)
}
