import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelLimits } from './model-limits.ts'
import type { Models } from './models.ts'
import { openProductDatabase, type ProductDatabase } from './open-product-database.ts'

let folder: string
let database: ProductDatabase
let models: Models
let now: number

const open = (): void => {
  database = openProductDatabase(folder, { now: () => now })
  models = database.models
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-product-'))
  now = Date.UTC(2026, 10, 24, 8)
  open()
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const draft = { name: 'Order', xml: '<not yet BPMN' }
const deployed = {
  revision: 1,
  version: 3,
  processDefinitionKey: '7',
  processDefinitionId: 'order',
  at: '2026-11-24T08:00:00.000Z',
}

const namesOf = async (): Promise<readonly string[]> =>
  (await models.list()).map(({ name }) => name)

describe('a new model', () => {
  it('is at revision 1 and not deployed', async () => {
    expect(await models.create(draft)).toEqual({
      ...draft,
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-/),
      revision: 1,
      createdAt: '2026-11-24T08:00:00.000Z',
      updatedAt: '2026-11-24T08:00:00.000Z',
      deployed: null,
    })
  })

  it('is there when the file is opened again', async () => {
    const model = await models.create(draft)
    await database.close()
    open()
    expect(await models.get(model.id)).toEqual(model)
  })

  it('keeps each character, also those of a file of 5 MB', async () => {
    const xml = `<a>💡 Größe \u{E000}\r\n\t</a>`.padEnd(modelLimits.xmlBytesMax - 20, 'x')
    const { id } = await models.create({ name: "'; DROP TABLE models --", xml })
    expect(await models.get(id)).toMatchObject({ name: "'; DROP TABLE models --", xml })
  })

  it('is refused where there are as many as there may be, until one is gone', async () => {
    // given
    const direct = new DatabaseSync(join(folder, 'product.db'))
    direct.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ${modelLimits.modelsMax - 1})
      INSERT INTO models (id, name, created_at, updated_at, xml) SELECT i, 'Old', 0, 0, '' FROM n`)
    direct.close()
    const { id } = await models.create(draft)
    // when
    const refused = models.create(draft)
    // then
    await expect(refused).rejects.toMatchObject({ code: 'MODELS_TOO_MANY' })
    await models.delete(id)
    await expect(models.create(draft)).rejects.toMatchObject({ code: 'MODELS_TOO_MANY' })
    now += modelLimits.restorableMs + 1
    expect(await models.create(draft)).toMatchObject({ revision: 1 })
  })
})

describe('the list', () => {
  it('has what changed last first, without XML', async () => {
    // given
    const first = await models.create({ ...draft, name: 'First' })
    now += 1
    await models.create({ ...draft, name: 'Second' })
    expect(await namesOf()).toEqual(['Second', 'First'])
    // when
    now += 1
    await models.change(first.id, { revision: 1, xml: '<new />' })
    // then
    const [summary] = await models.list()
    expect(summary).toEqual({
      ...(await models.get(first.id)),
      updatedAt: '2026-11-24T08:00:00.002Z',
      xml: undefined,
    })
    expect(Object.keys(summary ?? {})).not.toContain('xml')
  })
})

describe('a change', () => {
  it('changes what is given and counts the revision', async () => {
    const { id } = await models.create(draft)
    now += 1_000
    expect(await models.change(id, { revision: 1, name: 'Renamed' })).toMatchObject({
      name: 'Renamed',
      revision: 2,
      createdAt: '2026-11-24T08:00:00.000Z',
      updatedAt: '2026-11-24T08:00:01.000Z',
    })
    await models.change(id, { revision: 2, xml: '<b />' })
    expect(await models.get(id)).toMatchObject({ name: 'Renamed', xml: '<b />', revision: 3 })
  })

  it('of two on the same revision one is refused, and nothing of it is kept', async () => {
    // given
    const { id } = await models.create(draft)
    // when
    const outcomes = await Promise.allSettled([
      models.change(id, { revision: 1, xml: '<a />' }),
      models.change(id, { revision: 1, xml: '<b />' }),
    ])
    // then
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(outcomes[1]).toMatchObject({
      reason: {
        code: 'MODEL_CHANGED',
        message: expect.stringContaining('"Order" is at revision 2, not 1'),
      },
    })
    expect(await models.get(id)).toMatchObject({ xml: '<a />', revision: 2 })
  })

  it('of the name alone leaves what is deployed as it is drawn, and one of the XML does not', async () => {
    // given
    const { id } = await models.create(draft)
    await models.recordDeployment(id, deployed)
    // when
    const renamed = await models.change(id, { revision: 1, name: 'Renamed' })
    const unchanged = await models.change(id, { revision: 2, name: 'Again', xml: draft.xml })
    const redrawn = await models.change(id, { revision: 3, xml: '<b />' })
    const last = await models.change(id, { revision: 4, name: 'At last' })
    // then
    expect(renamed).toMatchObject({ revision: 2, deployed: { ...deployed, revision: 2 } })
    expect(unchanged).toMatchObject({ revision: 3, deployed: { ...deployed, revision: 3 } })
    expect(redrawn).toMatchObject({ revision: 4, deployed: { ...deployed, revision: 3 } })
    expect(last).toMatchObject({ revision: 5, deployed: { ...deployed, revision: 3 } })
  })

  it('of what is not there is refused', async () => {
    const nothing = { code: 'MODEL_NOT_FOUND' }
    await expect(models.change('none', { revision: 1 })).rejects.toMatchObject(nothing)
    await expect(models.get('none')).rejects.toMatchObject(nothing)
    await expect(models.delete('none')).rejects.toMatchObject(nothing)
    await expect(models.restore('none')).rejects.toMatchObject(nothing)
    await expect(models.recordDeployment('none', deployed)).rejects.toMatchObject(nothing)
  })
})

describe('a deletion', () => {
  it('can be taken back for 30 days, and leaves the revision as it was', async () => {
    // given
    const { id } = await models.create(draft)
    await models.delete(id)
    expect(await namesOf()).toEqual([])
    await expect(models.get(id)).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
    await expect(models.change(id, { revision: 1 })).rejects.toMatchObject({
      code: 'MODEL_NOT_FOUND',
    })
    // when
    now += modelLimits.restorableMs
    const restored = await models.restore(id)
    // then
    expect(restored).toMatchObject({ id, name: 'Order', revision: 1 })
    expect(await models.get(id)).toMatchObject(draft)
  })

  it('is final after them', async () => {
    const { id } = await models.create(draft)
    await models.delete(id)
    now += modelLimits.restorableMs + 1
    await expect(models.restore(id)).rejects.toMatchObject({ code: 'MODEL_NOT_FOUND' })
  })

  it('of another model leaves this one', async () => {
    const { id } = await models.create(draft)
    await models.delete((await models.create({ ...draft, name: 'Other' })).id)
    now += modelLimits.restorableMs + 1
    await models.create({ ...draft, name: 'Third' })
    expect(await models.get(id)).toMatchObject(draft)
  })
})

describe('a deployment', () => {
  it('is kept with the revision that was deployed, and is no change of the draft', async () => {
    const { id } = await models.create(draft)
    await models.change(id, { revision: 1, xml: '<b />' })
    const { updatedAt } = await models.get(id)
    now += 1_000
    expect(await models.recordDeployment(id, deployed)).toMatchObject({ revision: 2, deployed })
    expect(await models.get(id)).toMatchObject({ revision: 2, updatedAt, deployed })
  })

  it('can only be of the revision that was read', async () => {
    const { id } = await models.create(draft)
    expect(await models.get(id, 1)).toMatchObject(draft)
    await expect(models.get(id, 2)).rejects.toMatchObject({ code: 'MODEL_CHANGED' })
  })
})
