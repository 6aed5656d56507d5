import { describe, expect, it } from 'vitest'
import { withColours } from './read-svg.ts'

describe('a diagram as a picture', () => {
  it('has the colours themselves where the page has their names', () => {
    const svg = '<rect style="fill: var(--tenon-canvas-fill); stroke: var(--else)" />'
    expect(withColours(svg, new Map([['canvas-fill', '#fff']]))).toBe(
      '<rect style="fill: #fff; stroke: var(--else)" />',
    )
  })
})
