import { describe, expect, it } from 'vitest'
import { inOrder, isOpenAtFirst } from './group-order.ts'

const group = (id: string) => ({ id, label: id, isOpen: false, fields: [] })

describe('inOrder', () => {
  it('puts result, errors and retries last, and else keeps the order of the template', () => {
    const groups = ['retries', 'authentication', 'output', 'endpoint'].map(group)
    expect(inOrder(groups).map(({ id }) => id)).toEqual([
      'authentication',
      'endpoint',
      'retries',
      'output',
    ])
  })
})

describe('isOpenAtFirst', () => {
  const template = {
    name: 'Any',
    id: 'any',
    appliesTo: ['bpmn:Task'],
    properties: [],
    groups: [
      { id: 'endpoint', label: 'Endpoint' },
      { id: 'advanced', label: 'Advanced', openByDefault: false },
      { id: 'output', label: 'Output', openByDefault: true },
    ],
  }

  it.each([
    ['endpoint', true],
    ['retries', false],
    ['advanced', false],
    ['output', true],
  ])('says of %s: %s', (id, isOpen) => {
    expect(isOpenAtFirst(template, id)).toBe(isOpen)
  })
})
