import { fitView } from './fit-view.ts'
import type { TenonModeler } from './services.ts'

/** Brings the whole diagram into view, clear of the palette where there is one. */
export const showAll = (modeler: TenonModeler): void => {
  const canvas = modeler.get('canvas')
  const container = canvas.getContainer()
  const { clientWidth: width, clientHeight: height } = container
  if (width === 0 || height === 0) return
  canvas.viewbox(fitView(canvas.viewbox().inner, { width, height }, paletteEnd(container)))
}

const paletteEnd = (container: HTMLElement): number => {
  const palette = container.querySelector('.djs-palette')
  const isShown = palette instanceof HTMLElement && palette.offsetWidth > 0
  return isShown ? palette.offsetLeft + palette.offsetWidth : 0
}
