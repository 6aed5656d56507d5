import type { AppendMenu } from './append-menu.ts'
import { keepPresses } from './pad-presses.ts'
import { replaceMenu } from './replace-menu.ts'
import type { DiagramElement, Injector, PadEntries } from './services.ts'
import { canvasWords } from './words.ts'

/** After bpmn-js's own entries, which it changes. */
const priority = 500

/** Entries of bpmn-js that make what Tenon does not run: the menu behind *Append* has what it runs. */
const dropped: ReadonlySet<string> = new Set([
  'append.append-task',
  'append.intermediate-event',
  'append.receive-task',
  'append.message-intermediate-event',
  'append.timer-intermediate-event',
  'append.condition-intermediate-event',
  'append.signal-intermediate-event',
  'append.compensation-activity',
])

/** What opens beside a selected element. */
export class Pad {
  static readonly $inject = ['injector', 'appendMenu']
  readonly #services: Injector
  readonly #appendMenu: AppendMenu

  constructor(services: Injector, appendMenu: AppendMenu) {
    this.#services = services
    this.#appendMenu = appendMenu
    services.get('contextPad').registerProvider(priority, this)
    keepPresses(services)
  }

  getContextPadEntries(element: DiagramElement) {
    return (entries: PadEntries): PadEntries => ({
      ...this.#append(element),
      ...Object.fromEntries(Object.entries(entries).filter(([name]) => !dropped.has(name))),
    })
  }

  #append(element: DiagramElement): PadEntries {
    if (this.#services.get('popupMenu').isEmpty(element, this.#appendMenu.id)) return {}
    const click = (): void => this.openAppend(element)
    const title = canvasWords.menus.append
    return {
      'append.any': { group: 'model', className: 'tenon-icon-add', title, action: { click } },
    }
  }

  /** Nothing opens where nothing may follow. */
  openAppend(element: DiagramElement): void {
    if (this.#services.get('popupMenu').isEmpty(element, this.#appendMenu.id)) return
    this.#appendMenu.open(element, this.#placeOf(element))
  }

  openChange(element: DiagramElement): void {
    const menu = this.#services.get('popupMenu')
    if (menu.isEmpty(element, replaceMenu)) return
    const { left, bottom } = this.#placeOf(element)
    const options = { title: canvasWords.menus.change, width: '300px', search: true }
    menu.open(element, replaceMenu, { x: left, y: bottom + 4 }, options)
  }

  /** Beside the element, where its pad opens. */
  #placeOf(element: DiagramElement): DOMRect {
    return this.#services.get('canvas').getGraphics(element).getBoundingClientRect()
  }
}
