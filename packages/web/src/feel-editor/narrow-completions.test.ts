import { describe, expect, it } from 'vitest'
import { narrowed } from './narrow-completions.ts'

const options = ['shop', 'years and months duration', 'order', 'string join', 'Shipping'].map(
  (label) => ({ label }),
)

const offered = (typed: string) =>
  narrowed(options, { from: 3, typed })?.options.map(({ label }) => label)

describe('completions', () => {
  it('are what begins so, in any case, and before what has a word that does', () => {
    expect(offered('sh')).toEqual(['shop', 'Shipping'])
    expect(offered('jo')).toEqual(['string join'])
    expect(offered('s')).toEqual(['shop', 'string join', 'Shipping'])
    expect(offered('d')).toEqual(['years and months duration'])
    expect(offered('months d')).toEqual(['years and months duration'])
  })

  it('are none where only scattered letters fit', () => {
    expect(offered('ord')).toEqual(['order'])
    expect(offered('yad')).toBeUndefined()
  })

  it('are all before anything is typed', () => {
    expect(offered('')).toHaveLength(options.length)
  })
})
