import { describe, expect, it } from 'vitest'
import { joinProblems } from './join-problems.ts'

const wrong = 'Position 8 is not FEEL: unexpected "/orders". Correct it there or before.'
const mapping = { elementId: 'call', message: `mapping to url: ${wrong}` }
const field = { elementId: 'call', fieldId: 'url', message: `URL: ${wrong}` }

describe('the problems of a model', () => {
  it('name what is wrong with a field once, where it can be mended', () => {
    expect(joinProblems([mapping], [field])).toEqual([field])
  })

  it('keep what is wrong elsewhere, and what no field shows', () => {
    const other = { ...mapping, elementId: 'other' }
    const retries = { ...mapping, message: 'retries: Position 1 is not FEEL.' }
    const model = { elementId: null, message: 'No process is executable.' }
    expect(joinProblems([other, retries, model], [field])).toEqual([other, retries, model, field])
  })
})
