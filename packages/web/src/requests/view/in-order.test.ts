import { expect, it } from 'vitest'
import { inOrder } from './in-order.ts'

it('brings what is named first, and leaves the others in their order', () => {
  const items = ['body', 'method', 'timeout', 'url'].map((name) => ({ name }))

  expect(inOrder(items, ['url', 'method', 'missing']).map(({ name }) => name)).toEqual([
    'url',
    'method',
    'body',
    'timeout',
  ])
})
