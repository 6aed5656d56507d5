import type { ProcessDefinition } from '@tenon/orchestration'
import { expect, it } from 'vitest'
import { unmodelled } from './unmodelled.ts'

const definition = (processDefinitionId: string): ProcessDefinition => ({
  processDefinitionKey: '2251799813685250',
  processDefinitionId,
  name: null,
  resourceName: `${processDefinitionId}.bpmn`,
  version: 1,
  versionTag: null,
  tenantId: '<default>',
  hasStartForm: false,
  state: 'ACTIVE',
})

it('leaves those that a model was deployed as', () => {
  const models = [
    {
      id: '1',
      name: 'Invoice',
      revision: 2,
      createdAt: '2026-11-24T12:00:00.000Z',
      updatedAt: '2026-11-24T12:00:00.000Z',
      deployed: {
        revision: 1,
        version: 1,
        processDefinitionKey: '2251799813685250',
        processDefinitionId: 'invoice',
        at: '2026-11-24T12:00:00.000Z',
      },
    },
  ]
  const found = unmodelled([definition('invoice'), definition('order')], models)
  expect(found).toEqual([definition('order')])
})
