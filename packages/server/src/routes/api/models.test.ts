import { modelLimits, type Model, type ModelSummary } from '@tenon/runtime/database'
import type { LightMyRequestResponse } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { detailOf } from '../../testing/answers.ts'
import { straightModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await TestApp.open()
})
afterEach(() => test.close())

const send = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path = '',
  body?: object,
): Promise<LightMyRequestResponse> => test.sendTo(method, `/api/models${path}`, body)

const draft = { name: 'Order', xml: '<not yet BPMN' }

const create = async (body: object = draft): Promise<Model> =>
  (await send('POST', '', body)).json<Model>()

const errorOf = (response: LightMyRequestResponse) => ({
  status: response.statusCode,
  code: response.headers['tenon-error-code'],
})

describe('POST /api/models', () => {
  it('keeps a draft, with its name trimmed', async () => {
    const response = await send('POST', '', { ...draft, name: '  Order ' })
    expect(response.statusCode).toBe(201)
    expect(response.headers['cache-control']).toBe('no-store')
    const model = response.json<Model>()
    expect(model).toMatchObject({ ...draft, revision: 1, deployed: null })
    expect((await send('GET', `/${model.id}`)).json()).toEqual(model)
  })

  it.each([
    [{}, 'No name provided.'],
    [{ name: 'Order' }, 'No xml provided.'],
    [{ ...draft, name: ' \t' }, 'Give the model a name.'],
    [{ ...draft, name: 7 }, '[name] cannot be parsed'],
    [{ ...draft, id: 'mine' }, '[id] cannot be parsed: there is no such property'],
    [{ ...draft, xml: 'half \uD83D' }, 'XML must be text'],
    [{ ...draft, xml: 'end \0 of text' }, 'XML must be text'],
  ])('refuses %j', async (body, detail) => {
    const response = await send('POST', '', body)
    expect(response.statusCode).toBe(400)
    expect(detailOf(response)).toContain(detail)
  })

  it.each([
    ['name', modelLimits.nameCharactersMax, 'A name may have 200 characters.'],
    ['xml', modelLimits.xmlBytesMax, 'XML may have 5000000 bytes.'],
  ])('takes %s of %i, and neither one more nor twice as much', async (field, most, detail) => {
    const sized = (size: number) => send('POST', '', { ...draft, [field]: 'x'.repeat(size) })
    expect((await sized(most)).statusCode).toBe(201)
    for (const size of [most + 1, most * 2]) {
      const response = await sized(size)
      expect(errorOf(response)).toEqual({ status: 400, code: 'INVALID_ARGUMENT' })
      expect(detailOf(response)).toContain(detail)
    }
  })

  it('refuses what is larger than any draft', async () => {
    const response = await send('POST', '', {
      ...draft,
      xml: 'x'.repeat(modelLimits.xmlBytesMax * 10),
    })
    expect(errorOf(response)).toEqual({ status: 413, code: 'BODY_TOO_LARGE' })
  })

  it('takes 5 MB of XML that JSON makes longer', async () => {
    const xml = '"'.repeat(modelLimits.xmlBytesMax)
    expect((await send('POST', '', { ...draft, xml })).statusCode).toBe(201)
  })
})

describe('GET /api/models', () => {
  it('lists what there is without XML, the newest change first', async () => {
    const first = await create({ ...draft, name: 'First' })
    await create({ ...draft, name: 'Second' })
    await send('PATCH', `/${first.id}`, { revision: 1, name: 'First again' })
    const { items } = (await send('GET')).json<{ items: ModelSummary[] }>()
    expect(items.map(({ name }) => name)).toEqual(['First again', 'Second'])
    expect(items[0]).not.toHaveProperty('xml')
  })
})

describe('PATCH /api/models/{id}', () => {
  it('saves XML or the name, and counts the revision', async () => {
    const { id } = await create()
    const named = await send('PATCH', `/${id}`, { revision: 1, name: 'New', xml: null })
    expect(named.json()).toMatchObject({ id, name: 'New', revision: 2 })
    expect(named.json()).not.toHaveProperty('xml')
    await send('PATCH', `/${id}`, { revision: 2, xml: '<a />' })
    expect((await send('GET', `/${id}`)).json()).toMatchObject({ name: 'New', xml: '<a />' })
  })

  it('refuses an old revision, and loses nothing', async () => {
    const { id } = await create()
    await send('PATCH', `/${id}`, { revision: 1, xml: '<a />' })
    const response = await send('PATCH', `/${id}`, { revision: 1, xml: '<b />' })
    expect(errorOf(response)).toEqual({ status: 409, code: 'MODEL_CHANGED' })
    expect((await send('GET', `/${id}`)).json()).toMatchObject({ xml: '<a />', revision: 2 })
  })

  it.each([
    [{ name: 'New' }, 'No revision provided.'],
    [{ revision: 1 }, 'At least one of [name, xml] is required.'],
    [{ revision: 0, name: 'New' }, 'Revisions start at 1.'],
    [{ revision: 1.5, name: 'New' }, '[revision] cannot be parsed'],
  ])('refuses %j', async (body, detail) => {
    const { id } = await create()
    const response = await send('PATCH', `/${id}`, body)
    expect(response.statusCode).toBe(400)
    expect(detailOf(response)).toContain(detail)
  })
})

describe('DELETE /api/models/{id}', () => {
  it('can be taken back', async () => {
    const { id } = await create()
    expect((await send('DELETE', `/${id}`)).statusCode).toBe(204)
    expect((await send('GET')).json()).toEqual({ items: [] })
    expect((await send('POST', `/${id}/restoration`)).json()).toMatchObject({ id, revision: 1 })
    expect((await send('GET', `/${id}`)).json()).toMatchObject(draft)
  })
})

it.each([
  ['GET', ''],
  ['PATCH', ''],
  ['DELETE', ''],
  ['POST', '/restoration'],
  ['POST', '/deployment'],
] as const)('%s of a model that is not there says so', async (method, rest) => {
  const body = method === 'GET' || method === 'DELETE' ? undefined : { revision: 1, name: 'x' }
  const deployment = { revision: 1 }
  const response = await send(method, `/nothing${rest}`, rest === '/deployment' ? deployment : body)
  expect(errorOf(response)).toEqual({ status: 404, code: 'MODEL_NOT_FOUND' })
})

describe('POST /api/models/{id}/deployment', () => {
  it('deploys the draft that is stored, and keeps as what', async () => {
    // given
    const { id } = await create({ name: 'Orders / EU', xml: straightModel })
    // when
    const response = await send('POST', `/${id}/deployment`, { revision: 1 })
    // then
    const [definition] = await test.search('process-definitions')
    const deployed = {
      revision: 1,
      version: 1,
      processDefinitionKey: definition?.['processDefinitionKey'],
      processDefinitionId: 'process',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    }
    expect(definition).toMatchObject({ resourceName: 'Orders - EU.bpmn' })
    expect(response.json()).toEqual({
      model: expect.objectContaining({ id, revision: 1, deployed }),
      processDefinitions: [
        {
          processDefinitionKey: deployed.processDefinitionKey,
          processDefinitionId: 'process',
          processDefinitionVersion: 1,
          resourceName: 'Orders - EU.bpmn',
        },
      ],
    })
    expect(response.json()).not.toHaveProperty('model.xml')
    expect((await send('GET', `/${id}`)).json()).toMatchObject({ deployed })
  })

  it('refuses an old revision, and deploys nothing', async () => {
    const { id } = await create({ ...draft, xml: straightModel })
    await send('PATCH', `/${id}`, { revision: 1, name: 'New' })
    const response = await send('POST', `/${id}/deployment`, { revision: 1 })
    expect(errorOf(response)).toEqual({ status: 409, code: 'MODEL_CHANGED' })
    expect(await test.search('process-definitions')).toEqual([])
  })

  it('says what is wrong with a draft that cannot run', async () => {
    const { id } = await create()
    const response = await send('POST', `/${id}/deployment`, { revision: 1 })
    expect(errorOf(response)).toEqual({ status: 400, code: 'DEPLOYMENT_REJECTED' })
    expect(detailOf(response)).toContain('Order.bpmn')
    expect((await send('GET', `/${id}`)).json()).toMatchObject({ deployed: null })
  })
})
