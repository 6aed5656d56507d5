import { expect, it } from 'vitest'
import { parseSelection } from './selection.ts'

it('reads which element and which pass through it an address selects', () => {
  expect(parseSelection({ element: 'pay', step: '7', other: 'x' })).toEqual({
    element: 'pay',
    step: '7',
  })
})

it('leaves out what is not a text', () => {
  expect(parseSelection({ element: '', step: ['7'] })).toEqual({})
})
