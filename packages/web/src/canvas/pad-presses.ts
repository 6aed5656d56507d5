import type { EventBus, Injector, OpenPad } from './services.ts'

/**
 * The pad is opened anew at each change of its element, also at one that is written because a press of
 * the pad leaves a field of the panel. This press still counts.
 */
export const keepPresses = (services: Injector): void => {
  keepPlace(services.get('eventBus'))
  keepClick(services)
}

/** A new pad comes to its place a moment later: a press until then would go through to the canvas. */
const keepPlace = (eventBus: EventBus): void => {
  let closed: OpenPad | undefined
  eventBus.on('contextPad.close', ({ current }) => (closed = current))
  eventBus.on('contextPad.open', ({ current }) => {
    if (closed?.target !== current.target) return
    const { left, top } = closed.html.style
    Object.assign(current.html.style, { left, top })
  })
}

/** Browsers tell no click where what was pressed is gone when the button is released. */
const keepClick = (services: Injector): void => {
  const container = services.get('canvas').getContainer()
  let pressed: HTMLElement | null = null
  const press = ({ target, button }: MouseEvent): void => {
    pressed = button === 0 ? entryAt(target) : null
  }
  const release = (event: MouseEvent): void => {
    const name = entryAt(event.target)?.dataset['action']
    const isSame = name !== undefined && name === pressed?.dataset['action']
    if (isSame && pressed?.isConnected === false)
      services.get('contextPad').triggerEntry(name, 'click', event)
    pressed = null
  }
  container.addEventListener('mousedown', press, { capture: true })
  container.addEventListener('mouseup', release, { capture: true })
}

/** The entry of a pad at which something happened. */
const entryAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.djs-context-pad .entry') : null
