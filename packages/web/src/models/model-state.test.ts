import { expect, it } from 'vitest'
import { modelState } from './model-state.ts'

const deployed = {
  revision: 4,
  version: 3,
  processDefinitionKey: '2251799813685250',
  processDefinitionId: 'invoice',
  at: '2026-11-24T12:00:00.000Z',
}

it('is a draft until it is deployed', () => {
  expect(modelState({ revision: 4, deployed: null })).toEqual({ kind: 'draft' })
})

it('is deployed while it is as it was then, and changed after that', () => {
  expect(modelState({ revision: 4, deployed })).toEqual({ kind: 'deployed', version: 3 })
  expect(modelState({ revision: 5, deployed })).toEqual({ kind: 'changed', version: 3 })
})
