import type { AppendMenu } from './append-menu.ts'
import { choicesOf, type Choice } from './choices.ts'
import type { DiagramElement, Injector, MenuEntries, MenuProvider, Point } from './services.ts'
import { canvasWords } from './words.ts'

const createMenu = 'tenon-create'

/** All that can stand in a diagram: pressed or dragged to a place, or with Enter after the selection. */
export class CreateMenu implements MenuProvider {
  static readonly $inject = ['injector', 'appendMenu']
  readonly #services: Injector
  readonly #appendMenu: AppendMenu

  constructor(services: Injector, appendMenu: AppendMenu) {
    this.#services = services
    this.#appendMenu = appendMenu
    services.get('popupMenu').registerProvider(createMenu, this)
  }

  getPopupMenuEntries(): MenuEntries {
    return Object.fromEntries(
      choicesOf(this.#services.get('templateCatalog').offered)
        .filter(({ target }) => target.type !== 'bpmn:BoundaryEvent')
        .map((choice) => [choice.id, { ...choice.entry, action: this.#actions(choice) }]),
    )
  }

  open(position: Point): void {
    const root = this.#services.get('canvas').getRootElement()
    this.#services.get('popupMenu').open(root, createMenu, position, {
      title: canvasWords.menus.create,
      width: '300px',
      search: true,
    })
  }

  #actions(choice: Choice) {
    const start = (event: Event): void =>
      this.#services.get('create').start(event, this.#appendMenu.shapeOf(choice))
    return {
      click: (event: Event) => (event instanceof KeyboardEvent ? this.#add(choice) : start(event)),
      dragstart: start,
    }
  }

  #add(choice: Choice): void {
    const [selected, ...others] = this.#services.get('selection').get()
    if (selected !== undefined && others.length === 0 && this.#appendMenu.allows(selected, choice))
      this.#appendMenu.append(selected, choice)
    else this.#addInTheMiddle(this.#appendMenu.shapeOf(choice))
  }

  #addInTheMiddle(shape: DiagramElement): void {
    const canvas = this.#services.get('canvas')
    const { x, y, width, height } = canvas.viewbox()
    const middle = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
    const added = this.#services.get('modeling').createShape(shape, middle, canvas.getRootElement())
    this.#services.get('selection').select(added)
  }
}
