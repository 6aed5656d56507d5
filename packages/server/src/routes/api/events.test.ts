import { afterEach, beforeEach, expect, it } from 'vitest'
import { limits } from '../../limits.ts'
import { straightModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'

let test: TestApp
let url: string
let leaving: AbortController
beforeEach(async () => {
  test = await TestApp.open()
  url = `${await test.app.listen({ host: '127.0.0.1', port: 0 })}/api/events`
  leaving = new AbortController()
})
afterEach(async () => {
  leaving.abort()
  await test.close()
})

const connect = (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { headers, signal: leaving.signal })

/** Reads what comes until it ends as wanted, and forgets it. */
const readerOf = (response: Response) => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  return {
    until: async (wanted: RegExp): Promise<string> => {
      let text = ''
      while (!wanted.test(text)) {
        const { value, done = true } = (await reader?.read()) ?? {}
        if (done) break
        text += value
      }
      return text
    },
  }
}

it('tells over the wire which process instance has changed, once it can be read', async () => {
  await test.deploy(straightModel)
  const response = await connect()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const key = await test.start()
  expect(await readerOf(response).until(new RegExp(key))).toContain(
    `"processInstanceKeys":["${key}"]`,
  )
})

it.each([
  ['POST', '', { name: 'New', xml: '' }],
  ['PATCH', '/id', { revision: 1, name: 'Renamed' }],
  ['DELETE', '/id', undefined],
  ['POST', '/id/restoration', undefined],
  ['POST', '/id/deployment', { revision: 1 }],
] as const)('tells that %s /api/models%s has changed a model', async (method, path, body) => {
  // given
  const created = await test.sendTo('POST', '/api/models', { name: 'Order', xml: straightModel })
  const { id } = created.json<{ id: string }>()
  if (path.endsWith('restoration')) await test.sendTo('DELETE', `/api/models/${id}`)
  const reader = readerOf(await connect())
  const hello = await reader.until(/id: \S+\n\n$/)
  expect(hello).toContain('"all":true')
  // when
  await test.sendTo(method, `/api/models${path.replace('id', id)}`, body)
  // then
  expect(await reader.until(/event: models\ndata: {}\nid: \S+\n\n$/)).toContain('event: models')
})

it('ends its streams when the server closes', async () => {
  const response = await connect()
  await test.app.close()
  expect(await response.text()).toContain('event: engine')
})

it('gives the place of a client that has gone to another', async () => {
  // given
  const all = await Promise.all(Array.from({ length: limits.eventStreamsMax }, () => connect()))
  const refused = await connect()
  expect(refused.status).toBe(503)
  expect(refused.headers.get('tenon-error-code')).toBe('EVENT_STREAMS_EXHAUSTED')
  // when
  await all[0]?.body?.cancel()
  // then
  await expect.poll(async () => (await connect()).status).toBe(200)
})

it('has no HEAD, which would be a stream that nobody reads', async () => {
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(404)
})

it('lets no foreign page listen', async () => {
  expect((await connect({ origin: 'http://evil.example' })).status).toBe(403)
})
