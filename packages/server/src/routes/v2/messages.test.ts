import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { detailOf } from '../../testing/answers.ts'
import { messageModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await TestApp.open()
  await test.deploy(messageModel)
})
afterEach(() => test.close())

const key = expect.stringMatching(/^\d+$/)
const tenantId = '<default>'
const paid = { name: 'paid', correlationKey: '7' }

const states = async () => (await test.search('process-instances', {})).map(({ state }) => state)

describe('POST /messages/publication', () => {
  it('gives a message to who waits for it', async () => {
    await test.start({ variables: { key: 7 } })

    const response = await test.post('/messages/publication', { ...paid, variables: { sum: 1 } })

    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({ messageKey: key, tenantId })
    expect(await states()).toEqual(['COMPLETED'])
  })

  it('keeps a message, and takes its id once', async () => {
    const message = { ...paid, timeToLive: 60_000, messageId: 'once', tenantId }
    await test.post('/messages/publication', message)

    const response = await test.post('/messages/publication', message)
    await test.start({ variables: { key: 7 } })

    expect(response.statusCode).toBe(409)
    expect(response.json()).toMatchObject({ title: 'ALREADY_EXISTS' })
    expect(await states()).toEqual(['COMPLETED'])
  })

  it.each([
    [{}, 'No name provided.'],
    [{ name: '' }, 'Request property [name]: It must not be empty.'],
    [{ name: 'a', timeToLive: -1 }, 'Request property [timeToLive]: It must be at least 0 ms.'],
    [{ name: 'a', tenantId: 'other' }, 'Tenon has the tenant "<default>" only.'],
    [{ name: 'a', other: 1 }, 'Request property [other] cannot be parsed'],
  ])('refuses %o', async (body, detail) => {
    const response = await test.post('/messages/publication', body)

    expect(response.statusCode).toBe(400)
    expect(detailOf(response)).toContain(detail)
  })
})

describe('POST /messages/correlation', () => {
  it('tells which instance has the message', async () => {
    const processInstanceKey = await test.start({ variables: { key: 7 } })

    const response = await test.post('/messages/correlation', paid)

    expect(response.json()).toEqual({ messageKey: key, processInstanceKey, tenantId })
  })

  it('is not found where nobody waits', async () => {
    const response = await test.post('/messages/correlation', { name: 'paid' })

    expect(response.statusCode).toBe(404)
    expect(detailOf(response)).toContain('Nobody waits for message paid')
  })
})

describe('POST /signals/broadcast', () => {
  it('reaches nobody without a complaint', async () => {
    const response = await test.post('/signals/broadcast', { signalName: 'alarm', variables: {} })

    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({ signalKey: key, tenantId })
  })

  it('needs a name', async () => {
    const response = await test.post('/signals/broadcast', { variables: {} })

    expect(response.statusCode).toBe(400)
    expect(detailOf(response)).toBe('No signalName provided.')
  })
})

describe('POST /message-subscriptions/search', () => {
  it('finds what is waited for, with every member of the answer', async () => {
    const processInstanceKey = await test.start({ variables: { key: 7 } })

    expect(await test.search('message-subscriptions', { messageName: { $like: 'p*' } })).toEqual([
      {
        messageSubscriptionKey: key,
        messageSubscriptionState: 'CREATED',
        messageName: 'paid',
        correlationKey: '7',
        lastUpdatedDate: expect.stringMatching(/Z$/),
        elementId: 'catch',
        elementInstanceKey: key,
        processInstanceKey,
        processDefinitionKey: key,
        processDefinitionId: 'process',
        tenantId,
        rootProcessInstanceKey: processInstanceKey,
      },
    ])
  })
})
