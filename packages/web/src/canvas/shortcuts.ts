import type { CreateMenu } from './create-menu.ts'
import type { Pad } from './pad.ts'
import type { Injector } from './services.ts'

/** Keys beside bpmn-js's own: A appends, N adds, R changes. */
export class Shortcuts {
  static readonly $inject = ['injector', 'createMenu', 'pad']
  readonly #services: Injector
  readonly #createMenu: CreateMenu
  readonly #pad: Pad

  constructor(services: Injector, createMenu: CreateMenu, pad: Pad) {
    this.#services = services
    this.#createMenu = createMenu
    this.#pad = pad
    this.#on('a', () => this.#append())
    this.#on('n', () => this.#add())
    this.#on('r', () => this.#change())
  }

  #on(key: string, act: () => void): void {
    const keyboard = this.#services.get('keyboard')
    keyboard.addListener(({ keyEvent }) => {
      if (!keyboard.isKey([key, key.toUpperCase()], keyEvent) || keyboard.hasModifier(keyEvent))
        return undefined
      act()
      return true
    })
  }

  #append(): void {
    const element = this.#onlySelected()
    if (element !== undefined) this.#pad.openAppend(element)
  }

  #change(): void {
    const element = this.#onlySelected()
    if (element !== undefined) this.#pad.openChange(element)
  }

  #add(): void {
    const { left, top, width, height } = this.#services
      .get('canvas')
      .getContainer()
      .getBoundingClientRect()
    this.#createMenu.open({ x: left + width / 2 - 150, y: top + height / 4 })
  }

  #onlySelected() {
    const [element, ...others] = this.#services.get('selection').get()
    return others.length === 0 ? element : undefined
  }
}
