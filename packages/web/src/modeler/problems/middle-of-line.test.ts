import { expect, it } from 'vitest'
import { middleOfLine } from './middle-of-line.ts'

it.each([
  ['straight', [0, 0, 10, 0], [5, 0]],
  ['bent after its middle', [0, 0, 10, 0, 10, 4], [7, 0]],
  ['bent before its middle', [0, 0, 4, 0, 4, 10], [4, 3]],
  ['with a point that stands twice', [0, 0, 0, 0, 8, 0], [4, 0]],
  ['without length', [3, 4, 3, 4], [3, 4]],
])('finds the middle of a line that is %s', (_name, flat, [x, y]) => {
  const points = flat.flatMap((at, index) =>
    index % 2 === 0 ? [{ x: at, y: flat[index + 1] ?? 0 }] : [],
  )
  expect(middleOfLine(points)).toEqual({ x, y })
})
