import type { CreateMenu } from './create-menu.ts'
import type { Injector, PadEntries, PadEntry } from './services.ts'
import { canvasWords } from './words.ts'

const words = canvasWords.palette

/** The palette, in place of bpmn-js's, which offers more than Tenon runs. */
export class Tools {
  static readonly $inject = ['injector', 'createMenu']
  readonly #services: Injector
  readonly #createMenu: CreateMenu

  constructor(services: Injector, createMenu: CreateMenu) {
    this.#services = services
    this.#createMenu = createMenu
    services.get('palette').registerProvider(this)
  }

  getPaletteEntries(): PadEntries {
    return { ...this.#tools(), ...this.#elements() }
  }

  #tools(): PadEntries {
    const services = this.#services
    return {
      'hand-tool': tool('bpmn-icon-hand-tool', words.hand, 'H', (event) =>
        services.get('handTool').activateHand(event),
      ),
      'lasso-tool': tool('bpmn-icon-lasso-tool', words.lasso, 'L', (event) =>
        services.get('lassoTool').activateSelection(event),
      ),
      'space-tool': tool('bpmn-icon-space-tool', words.space, 'S', (event) =>
        services.get('spaceTool').activateSelection(event),
      ),
      'global-connect-tool': tool('bpmn-icon-connection-multi', words.connect, 'C', (event) =>
        services.get('globalConnect').start(event),
      ),
      'tool-separator': { group: 'tools', separator: true },
    }
  }

  #elements(): PadEntries {
    return {
      'create.start-event': this.#element('start-event-none', words.startEvent, 'bpmn:StartEvent'),
      'create.gateway': this.#element('gateway-xor', words.gateway, 'bpmn:ExclusiveGateway'),
      'create.task': this.#element('service', words.task, 'bpmn:ServiceTask'),
      'create.end-event': this.#element('end-event-none', words.endEvent, 'bpmn:EndEvent'),
      'create.note': this.#element('text-annotation', words.annotation, 'bpmn:TextAnnotation'),
      'create.any': this.#menu(),
    }
  }

  #element(icon: string, title: string, type: string): PadEntry {
    const start = (event: Event): void => {
      const shape = this.#services.get('elementFactory').createShape({ type })
      this.#services.get('create').start(event, shape)
    }
    const action = { click: start, dragstart: start }
    return { group: 'elements', className: `bpmn-icon-${icon}`, title, action }
  }

  #menu(): PadEntry {
    const click = ({ target }: Event): void => {
      if (!(target instanceof Element)) return
      const { right, top } = target.getBoundingClientRect()
      this.#createMenu.open({ x: right + 8, y: top })
    }
    const title = words.connectors
    const look = { group: 'connectors', className: 'tenon-icon-add', title, shortcut: 'N' }
    return { ...look, action: { click } }
  }
}

const tool = (
  className: string,
  title: string,
  shortcut: string,
  click: (event: Event) => void,
): PadEntry => ({ group: 'tools', className, title, shortcut, action: { click } })
