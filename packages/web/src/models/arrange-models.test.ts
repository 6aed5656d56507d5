import { describe, expect, it } from 'vitest'
import type { ModelSummary } from '../api/models.ts'
import { arrangeModels } from './arrange-models.ts'

const deployment = {
  revision: 1,
  version: 1,
  processDefinitionKey: '2251799813685250',
  processDefinitionId: 'process',
  at: '2026-11-24T12:00:00.000Z',
}

const model = (name: string, day: number, rest: Partial<ModelSummary> = {}): ModelSummary => ({
  id: name,
  name,
  revision: 1,
  createdAt: '2026-11-01T12:00:00.000Z',
  updatedAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`,
  deployed: null,
  ...rest,
})

const models = [
  model('Step 10', 3, { deployed: deployment }),
  model('step 9', 9, { deployed: deployment, revision: 2 }),
  model('Änderung', 5),
  model('Zoo', 4),
]

const names = (arranged: readonly ModelSummary[]) => arranged.map(({ name }) => name)

describe('arrangeModels', () => {
  it('puts the newest change first unless told otherwise', () => {
    expect(names(arrangeModels(models, {}))).toEqual(['step 9', 'Änderung', 'Zoo', 'Step 10'])
    expect(names(arrangeModels(models, { sort: 'changed' }))).toEqual([
      'Step 10',
      'Zoo',
      'Änderung',
      'step 9',
    ])
  })

  it('sorts names as people do: by number, without regard to case or accents', () => {
    const sorted = ['Änderung', 'step 9', 'Step 10', 'Zoo']
    expect(names(arrangeModels(models, { sort: 'name' }))).toEqual(sorted)
    expect(names(arrangeModels(models, { sort: '-name' }))).toEqual(sorted.toReversed())
  })

  it('sorts by state: first what waits for a deployment', () => {
    expect(names(arrangeModels(models, { sort: 'state' }))).toEqual([
      'step 9',
      'Änderung',
      'Zoo',
      'Step 10',
    ])
  })

  it('keeps those with the filter in their name, in any case', () => {
    expect(names(arrangeModels(models, { filter: ' STEP ' }))).toEqual(['step 9', 'Step 10'])
    expect(arrangeModels(models, { filter: 'none' })).toEqual([])
  })
})
