import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitView } from './fit-view.ts'

it('shows a small drawing in the middle, as large as it was drawn', () => {
  const view = fitView({ x: 100, y: 50, width: 200, height: 100 }, { width: 800, height: 600 })

  expect(view).toEqual({ x: -200, y: -200, width: 800, height: 600 })
})

it('keeps clear of what covers the place on the left', () => {
  const drawing = { x: 0, y: 0, width: 1000, height: 100 }
  const view = fitView(drawing, { width: 680, height: 600 }, 100)

  expect(view).toMatchObject({ x: -280, width: 1360 })
})

it('shows the whole of any drawing, in the proportions of the place', () => {
  const length = fc.double({ min: 100, max: 10_000, noNaN: true })
  const boxes = fc.record({ x: length, y: length, width: length, height: length })
  const sizes = fc.record({ width: length, height: length })
  fc.assert(
    fc.property(boxes, sizes, (drawing, size) => {
      const view = fitView(drawing, size)
      expect(view.x).toBeLessThanOrEqual(drawing.x + 1e-6)
      expect(view.y).toBeLessThanOrEqual(drawing.y + 1e-6)
      expect(view.x + view.width).toBeGreaterThanOrEqual(drawing.x + drawing.width - 1e-6)
      expect(view.y + view.height).toBeGreaterThanOrEqual(drawing.y + drawing.height - 1e-6)
      expect(view.width / view.height).toBeCloseTo(size.width / size.height, 6)
    }),
  )
})
