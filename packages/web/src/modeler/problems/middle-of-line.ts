import type { Point } from '../../canvas/services.ts'

/** Half the way along a line of several points; the first point of a line without length. */
export const middleOfLine = (points: readonly Point[]): Point => {
  const pieces = points
    .slice(1)
    .map((to, index) => ({ from: points[index] ?? to, to }))
    .map(({ from, to }) => ({ from, to, length: Math.hypot(to.x - from.x, to.y - from.y) }))
  let left = pieces.reduce((sum, { length }) => sum + length, 0) / 2
  for (const { from, to, length } of pieces) {
    if (length > 0 && left <= length) return between(from, to, left / length)
    left -= length
  }
  return points[0] ?? { x: 0, y: 0 }
}

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})
