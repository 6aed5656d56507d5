import { once } from 'node:events'
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import {
  OrchestrationError,
  type ActivateJobs,
  type Commands,
  type Job,
  type Jobs,
} from '@tenon/orchestration'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closeWithin } from './closing.ts'
import { openStubbedApp } from './testing/stubbed-app.ts'

let app: FastifyInstance
afterEach(() => app.close())

type Activate = (request: ActivateJobs, signal?: AbortSignal) => Promise<readonly Job[]>

const job: Job = {
  jobKey: '3',
  type: 'work',
  processInstanceKey: '2',
  processDefinitionKey: '1',
  processDefinitionId: 'process',
  processDefinitionVersion: 1,
  elementId: 'task',
  elementInstanceKey: '4',
  customHeaders: {},
  retries: 3,
  worker: '',
  deadline: 1,
  variables: {},
  tags: [],
}

/** Resolves when the request that waits was aborted. */
const untilAborted = (signal: AbortSignal | undefined): Promise<unknown> =>
  signal === undefined ? expect.unreachable() : once(signal, 'abort')

const listenWith = async (
  activate: Activate,
  update: Jobs['update'] = vi.fn<Jobs['update']>(),
): Promise<void> => {
  app = await openStubbedApp({ jobs: { activate, update } })
  await app.listen({ host: '127.0.0.1', port: 0 })
}

const portOf = ({ server }: FastifyInstance): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : expect.unreachable()
}

const activation = '{"type":"work","timeout":1000,"maxJobsToActivate":1}'

const sendActivation = (): ClientRequest => send('/v2/jobs/activation', activation)

const send = (path: string, body: string): ClientRequest => {
  const request = httpRequest({
    port: portOf(app),
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
  request.on('error', () => {})
  return request.end(body)
}

const answerOf = (request: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve) => request.once('response', resolve))

describe('a waiting activation', () => {
  it('is aborted when its client goes away', async () => {
    // given
    const waiting = Promise.withResolvers<AbortSignal | undefined>()
    await listenWith(async (_, signal) => {
      waiting.resolve(signal)
      await untilAborted(signal)
      return []
    })
    const request = sendActivation()
    const signal = await waiting.promise
    expect(signal?.aborted).toBe(false)
    // when
    request.destroy()
    // then
    await untilAborted(signal)
  })

  it('gives back what was leased when its client went away meanwhile', async () => {
    // given
    const waiting = Promise.withResolvers<undefined>()
    const update = vi.fn<Jobs['update']>()
    await listenWith(async (_, signal) => {
      waiting.resolve(undefined)
      await untilAborted(signal)
      return [job]
    }, update)
    const request = sendActivation()
    await waiting.promise
    // when
    request.destroy()
    // then
    await vi.waitFor(() => expect(update).toHaveBeenCalledWith('3', { timeoutMs: 0 }))
  })

  it('is not aborted by an answer', async () => {
    // given
    const signals: (AbortSignal | undefined)[] = []
    const update = vi.fn<Jobs['update']>()
    await listenWith((_, signal) => {
      signals.push(signal)
      return Promise.resolve([job])
    }, update)
    // when
    const response = await answerOf(sendActivation())
    await text(response)
    await closeWithin(app, 60_000)
    // then
    expect(response.statusCode).toBe(200)
    expect(signals).toHaveLength(1)
    expect(update).not.toHaveBeenCalled()
  })

  it('answers with no jobs when the server stops', async () => {
    // given
    const waiting = Promise.withResolvers<undefined>()
    await listenWith(async (_, signal) => {
      waiting.resolve(undefined)
      await untilAborted(signal)
      return []
    })
    const answered = answerOf(sendActivation())
    await waiting.promise
    // when
    await closeWithin(app, 60_000)
    // then
    expect(await text(await answered)).toBe('{"jobs":[]}')
  })
})

describe('a start that waits for the end of its instance', () => {
  const waitForEnd = async (): Promise<{ request: ClientRequest; signal: AbortSignal }> => {
    const waiting = Promise.withResolvers<AbortSignal>()
    const createProcessInstance: Commands['createProcessInstance'] = async (creation) => {
      const signal = creation.awaitCompletion?.signal
      if (signal !== undefined) waiting.resolve(signal)
      await untilAborted(signal)
      throw new OrchestrationError('TIMED_OUT', 'The instance goes on.')
    }
    app = await openStubbedApp({ commands: { createProcessInstance } })
    await app.listen({ host: '127.0.0.1', port: 0 })
    const request = send(
      '/v2/process-instances',
      '{"processDefinitionId":"a","awaitCompletion":true}',
    )
    return { request, signal: await waiting.promise }
  }

  it('is answered when the server stops', async () => {
    // given
    const { request } = await waitForEnd()
    const answered = answerOf(request)
    // when
    await closeWithin(app, 60_000)
    // then
    const response = await answered
    expect(response.statusCode).toBe(504)
    expect(await text(response)).toContain('The instance goes on.')
  })

  it('is dropped when its client goes away', async () => {
    // given
    const { request, signal } = await waitForEnd()
    expect(signal.aborted).toBe(false)
    const aborted = untilAborted(signal)
    // when
    request.destroy()
    // then
    await aborted
  })
})

describe('a server that stops', () => {
  it('does not wait for ever for what it is answering', async () => {
    // given a request that never ends
    const waiting = Promise.withResolvers<undefined>()
    await listenWith(() => {
      waiting.resolve(undefined)
      return new Promise(() => {})
    })
    const cutOff = Promise.withResolvers<undefined>()
    sendActivation().on('close', () => cutOff.resolve(undefined))
    await waiting.promise
    // when
    await closeWithin(app, 10)
    // then
    await cutOff.promise
  })

  it('refuses new requests, which clients then repeat', async () => {
    // given a request in flight that keeps its connection open
    const waiting = Promise.withResolvers<AbortSignal | undefined>()
    const finish = Promise.withResolvers<readonly Job[]>()
    await listenWith((_, signal) => {
      waiting.resolve(signal)
      return finish.promise
    })
    const socket = connect(portOf(app), '127.0.0.1')
    const answers = text(socket)
    socket.write(
      'POST /v2/jobs/activation HTTP/1.1\r\nHost: localhost\r\n' +
        `Content-Type: application/json\r\nContent-Length: ${activation.length}\r\n\r\n${activation}`,
    )
    const signal = await waiting.promise
    // when
    const closed = closeWithin(app, 60_000)
    await untilAborted(signal)
    const arrived = once(app.server, 'request')
    socket.write('GET /v2/topology HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await arrived
    finish.resolve([])
    await closed
    // then
    const [, first, second] = (await answers).split('HTTP/1.1 ')
    expect(first).toMatch(/^200 OK/)
    expect(second).toMatch(/^503 /)
    expect(second).toContain('tenon-error-code: SERVER_CLOSING')
    expect(second).toContain('"title":"RESOURCE_EXHAUSTED"')
  })
})
