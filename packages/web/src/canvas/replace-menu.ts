import { templateOf, type ModdleElement } from '@tenon/templates'
import { choicesOf, type Choice } from './choices.ts'
import { isOfKind } from './element-kind.ts'
import type {
  DiagramElement,
  ElementTarget,
  Injector,
  MenuEntries,
  MenuProvider,
} from './services.ts'

/** bpmn-js opens it from the pad beside an element. */
export const replaceMenu = 'bpmn-replace'

/** After bpmn-js's own entries, which it changes. */
const priority = 500

/** What an element can become: a connector, or something else that Tenon runs. */
export class ReplaceMenu implements MenuProvider {
  static readonly $inject = ['injector']
  readonly #services: Injector

  constructor(services: Injector) {
    this.#services = services
    services.get('popupMenu').registerProvider(replaceMenu, priority, this)
  }

  getPopupMenuEntries(element: DiagramElement) {
    return (entries: MenuEntries): MenuEntries => {
      if (element.businessObject.$instanceOf('bpmn:SequenceFlow'))
        return flowEntries(entries, element)
      return familyOf(element.businessObject.$type) === undefined ? entries : this.#entries(element)
    }
  }

  /** In place of bpmn-js's: loops, multi-instance and compensation, which do not run. */
  getPopupMenuHeaderEntries() {
    return (): MenuEntries => ({})
  }

  #entries(element: DiagramElement): MenuEntries {
    return Object.fromEntries(
      choicesOf(this.#services.get('templateCatalog').offered)
        .filter((choice) => canBecome(element, choice))
        .map((choice) => [
          choice.id,
          { ...choice.entry, action: () => this.#replace(element, choice) },
        ]),
    )
  }

  #replace(element: DiagramElement, { target, template }: Choice): void {
    const replaced =
      template === undefined
        ? this.#services.get('bpmnReplace').replaceElement(element, target)
        : this.#services.get('templateCommands').apply(element, template)
    this.#services.get('selection').select(replaced)
  }
}

const canBecome = (
  { type, businessObject }: DiagramElement,
  { target, template }: Choice,
): boolean => {
  if (type === 'label' || familyOf(businessObject.$type) !== familyOf(target.type)) return false
  if (template !== undefined) return templateOf(businessObject)?.id !== template.id
  return !isOfKind(businessObject, target) || isInterrupting(businessObject) !== interrupts(target)
}

/** Of an event that waits at something. */
const isInterrupting = (event: ModdleElement): boolean =>
  event.get('cancelActivity') !== false && event.get('isInterrupting') !== false

const interrupts = ({ cancelActivity, isInterrupting: value }: ElementTarget): boolean =>
  cancelActivity !== false && value !== false

/** What can take each other's place. */
const familyOf = (type: string): string | undefined => {
  if (type === 'bpmn:BoundaryEvent') return 'boundary event'
  if (/(Task|Activity|SubProcess|Transaction)$/.test(type)) return 'activity'
  return /(Event|Gateway)$/.exec(type)?.[0]
}

const choosing = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'])

/** Only flows that leave a gateway which chooses can be more than a plain one. */
const flowEntries = (entries: MenuEntries, { source }: DiagramElement): MenuEntries =>
  source !== undefined && choosing.has(source.businessObject.$type) ? entries : {}
