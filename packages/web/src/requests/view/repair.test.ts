import { describe, expect, it } from 'vitest'
import { repairOf } from './repair.ts'

const blank = 'url must not be blank. url was computed from the variable "name", which is null.'

describe('repairOf', () => {
  it('leads to the inputs of a step that its job is tried again with', () => {
    expect(
      repairOf({ errorMessage: blank, jobKey: '1' }, { inputs: ['method', 'body', 'url'] }),
    ).toEqual({ of: 'step', variables: ['url'], tooLate: ['name'] })
  })

  it('names inputs in the order of the message, and none that is only alike', () => {
    const errorMessage = 'Correct body.id and url: no method-x, my.list, urls or "text".'
    const inputs = ['url', 'list', 'text', 'body', 'metho']
    expect(repairOf({ errorMessage, jobKey: '1' }, { inputs })).toEqual({
      of: 'step',
      variables: ['body', 'url'],
      tooLate: [],
    })
  })

  it.each([
    ['has no job', null, { inputs: ['url'] }],
    ['has no inputs', '1', { inputs: [] }],
    ['is not known', '1', undefined],
  ])('leads to the Request where a step %s', (_, jobKey, element) => {
    const errorMessage =
      'There is no variable "amount". The variable "order.sum" is null. There is no variable "amount".'
    expect(repairOf({ errorMessage, jobKey }, element)).toEqual({
      of: 'request',
      variables: ['amount', 'order'],
      tooLate: [],
    })
  })
})
