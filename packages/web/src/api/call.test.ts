import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { call, callForJson } from './call.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** The address of a server that answers as told. */
const serve = (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
  new Promise<string>((resolve) => {
    const server = createServer(answer).listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
    servers.push(server)
  })

/** What a request was, as JSON. */
const serveEcho = () =>
  serve((request, response) => {
    const { method, headers } = request
    void text(request).then((body) =>
      response.end(JSON.stringify({ method, body, type: headers['content-type'] ?? null })),
    )
  })

describe('call', () => {
  it('sends nothing but a GET unless told otherwise', async () => {
    const echo = await serveEcho()
    expect(await callForJson(echo)).toEqual({ method: 'GET', body: '', type: null })
    expect(await callForJson(echo, { method: 'POST' })).toMatchObject({ body: '', type: null })
  })

  it('sends JSON, and text of JSON digit by digit', async () => {
    const echo = await serveEcho()
    const type = 'application/json'
    expect(await callForJson(echo, { method: 'PATCH', json: { a: 1 } })).toEqual({
      method: 'PATCH',
      body: '{"a":1}',
      type,
    })
    const jsonText = '{"n":12345678901234567890}'
    expect(await callForJson(echo, { method: 'POST', jsonText })).toEqual({
      method: 'POST',
      body: jsonText,
      type,
    })
  })

  it('throws what a problem document says, with its code', async () => {
    const address = await serve((_request, response) => {
      response.writeHead(409, { 'tenon-error-code': 'MODEL_CHANGED' })
      response.end(JSON.stringify({ title: 'Conflict', detail: 'Someone else has changed it.' }))
    })
    await expect(call(address)).rejects.toMatchObject({
      name: 'RefusedError',
      status: 409,
      code: 'MODEL_CHANGED',
      message: 'Someone else has changed it.',
    })
  })

  it.each(['<h1>Bad gateway</h1>', '{"detail":7}', 'null', ''])(
    'throws the status alone where something in between answers %j',
    async (page) => {
      const address = await serve((_request, response) => {
        response.writeHead(502).end(page)
      })
      await expect(call(address)).rejects.toMatchObject({
        status: 502,
        code: undefined,
        message: '',
      })
    },
  )
})
