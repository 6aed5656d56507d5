import { choicesOf, type Choice } from './choices.ts'
import type { Bounds, DiagramElement, Injector, MenuEntries, MenuProvider } from './services.ts'
import { isOpenSubProcess } from './sub-process-creation.ts'
import { canvasWords } from './words.ts'

/** What may follow an element, and for an activity also what may be attached to it. */
export class AppendMenu implements MenuProvider {
  static readonly $inject = ['injector']
  readonly id = 'tenon-append'
  readonly #services: Injector

  constructor(services: Injector) {
    this.#services = services
    services.get('popupMenu').registerProvider(this.id, this)
  }

  getPopupMenuEntries(element: DiagramElement): MenuEntries {
    const offered = choicesOf(this.#services.get('templateCatalog').offered)
    return Object.fromEntries(
      offered
        .filter((choice) => this.allows(element, choice))
        .map((choice) => [choice.id, { ...choice.entry, action: this.#actions(element, choice) }]),
    )
  }

  /** Opens beside what is pressed. */
  open(element: DiagramElement, place: DOMRect): void {
    const position = { x: place.right + 8, y: place.top }
    this.#services.get('popupMenu').open(element, this.id, position, {
      title: canvasWords.menus.append,
      width: '300px',
      search: true,
    })
  }

  allows({ businessObject }: DiagramElement, choice: Choice): boolean {
    if (!canFollow(choice)) return false
    if (isAttached(choice)) return businessObject.$instanceOf('bpmn:Activity')
    return (
      businessObject.$instanceOf('bpmn:FlowNode') && !businessObject.$instanceOf('bpmn:EndEvent')
    )
  }

  /** Appends without asking where. */
  append(element: DiagramElement, choice: Choice): void {
    const shape = this.shapeOf(choice)
    if (isAttached(choice)) this.#attach(element, shape)
    else this.#services.get('autoPlace').append(element, shape)
  }

  #actions(element: DiagramElement, choice: Choice) {
    return {
      click: () => this.append(element, choice),
      dragstart: (event: Event) => {
        const context = isAttached(choice) ? undefined : { source: element }
        this.#services.get('create').start(event, this.shapeOf(choice), context)
      },
    }
  }

  #attach(host: DiagramElement, shape: DiagramElement): void {
    const attached = this.#services
      .get('modeling')
      .createShape(shape, cornerOf(host), host, { attach: true })
    this.#services.get('selection').select(attached)
  }

  /** What stands in the diagram when it is placed there. */
  shapeOf({ target, template }: Choice): DiagramElement {
    if (template !== undefined) return this.#services.get('templateCreation').shapeFor(template)
    if (isOpenSubProcess(target)) return this.#services.get('subProcessCreation').shapeFor(target)
    return this.#services.get('elementFactory').createShape(target)
  }
}

/** Nothing leads to what starts by itself. */
const canFollow = ({ target }: Choice): boolean =>
  target.type !== 'bpmn:StartEvent' && target.triggeredByEvent !== true

const isAttached = ({ target }: Choice): boolean => target.type === 'bpmn:BoundaryEvent'

/** Where people draw a boundary event: low on the right, clear of the flow that leaves. */
const cornerOf = ({ x, y, width, height }: Bounds) => ({ x: x + width * 0.75, y: y + height })
