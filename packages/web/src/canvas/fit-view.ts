import type { Bounds } from './services.ts'

/** Pixels around a drawing, so that nothing touches the edge. */
const margin = 40

/**
 * The part of a drawing's plane to look at so that the whole of it is seen in the middle, and not
 * larger than it was drawn. `size` is that of the place where it is seen, and `left` how much of it
 * is covered there, in pixels.
 */
export const fitView = (
  drawing: Bounds,
  size: Pick<Bounds, 'width' | 'height'>,
  left = 0,
): Bounds => {
  const scale = Math.min(
    1,
    Math.max(1, size.width - left - 2 * margin) / Math.max(1, drawing.width),
    Math.max(1, size.height - 2 * margin) / Math.max(1, drawing.height),
  )
  const width = size.width / scale
  const height = size.height / scale
  return {
    x: drawing.x - (width + left / scale - drawing.width) / 2,
    y: drawing.y - (height - drawing.height) / 2,
    width,
    height,
  }
}
