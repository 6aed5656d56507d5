import { describe, expect, it } from 'vitest'
import { describeModelState, isDeployed } from './model-state.ts'

const at = '2026-11-24T12:00:00.000Z'
const model = (revision: number, deployedRevision?: number) => ({
  id: 'id',
  name: 'Order',
  revision,
  createdAt: at,
  updatedAt: at,
  deployed:
    deployedRevision === undefined
      ? null
      : {
          revision: deployedRevision,
          version: 3,
          processDefinitionKey: '1',
          processDefinitionId: 'order',
          at,
        },
})

describe('the state of a model', () => {
  it('is a draft until it is deployed', () => {
    expect(describeModelState(model(4), true)).toBe('Draft · never deployed')
  })

  it('is deployed while nothing has changed since', () => {
    expect(describeModelState(model(4, 4), true)).toBe('Deployed as v3')
    expect(describeModelState(model(5, 4), true)).toBe('Changed since v3')
  })

  it('has changed as soon as something is drawn, before it is saved', () => {
    expect(isDeployed(model(4, 4), false)).toBe(false)
    expect(describeModelState(model(4, 4), false)).toBe('Changed since v3')
  })
})
