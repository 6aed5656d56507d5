import { OrchestrationError } from '@tenon/orchestration'
import { connector, ConnectorError, z } from '@tenon/sdk'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createHttp } from '../http/create-http.ts'
import { httpLimits } from '../http/http-limits.ts'
import { environmentSecrets } from '../secrets/environment-secrets.ts'
import { MemoryJobs } from '../testing/memory-jobs.ts'
import { serve, serveRaw } from '../testing/local-server.ts'
import { type Run, seal, work } from '../testing/workplace.ts'
import { startOutbound } from './start-outbound.ts'

const { connectionsPerHostMax, waitingPerHostMax } = httpLimits

describe('a job', () => {
  test('gives its variables and services to the operation', async () => {
    const url = await serve((_, response) => response.end('{"a":1}'))
    const { push, inputs } = work(async (_input, { http, idempotencyKey, signal }) => {
      const answer = await http.send({ method: 'GET', url, headers: [] })
      return { body: answer.json(), idempotencyKey, isAborted: signal.aborted }
    })
    const job = { jobKey: '42', variables: { b: 2 } }
    expect(await push({ resultExpression: '=response' }, job)).toEqual({
      completed: { body: { a: 1 }, idempotencyKey: 'installation-42', isAborted: false },
    })
    expect(inputs).toEqual([{ b: 2 }])
  })

  test('of wrong input fails with the field', async () => {
    const input = z.object({ a: z.object({ b: z.int() }) })
    const { push, inputs } = work(() => null, {}, input)
    const errorMessage = expect.stringMatching(/The input is not valid: a\.b: /)
    expect(await push({}, { variables: { a: { b: 'x' } } })).toMatchObject({
      failed: { retries: 0, errorMessage },
    })
    expect(inputs).toEqual([])
  })

  test.each([
    [{ operation: 'run' }, { completed: undefined }],
    [
      { operation: 'walk' },
      {
        failed: expect.objectContaining({
          retries: 0,
          errorMessage: "Operation 'walk' is unknown for connector 'acme.test'. Choose one of: run",
        }),
      },
    ],
  ])('with %j', async (headers, expected) => {
    expect(await work(() => null).push(headers)).toEqual(expected)
  })

  test('needs the header where there are several operations', async () => {
    const jobs = new MemoryJobs()
    const http = createHttp()
    const run = { name: 'Run', input: z.object({}), output: z.unknown() }
    const two = connector({ id: 'acme.two', version: '3.0.0', name: 'Two' })
      .operation('one', { ...run, run: () => 1 })
      .operation('other', { ...run, run: () => 2 })
    const log = { debug: () => {}, warn: () => {}, error: () => {} }
    const outbound = startOutbound({
      jobs,
      connectors: [two],
      secrets: environmentSecrets({}),
      seal,
      http,
      installationId: 'installation',
      timeZone: 'UTC',
      log,
    })
    onTestFinished(() => outbound.close())
    const push = (headers: Record<string, string>) =>
      jobs.push({ type: 'acme.two:3', customHeaders: { resultVariable: 'r', ...headers } })
    expect(await push({ operation: 'other' })).toEqual({ completed: { r: 2 } })
    expect(await push({})).toMatchObject({
      failed: { retries: 0, errorMessage: expect.stringMatching(/missing.*one, other/) },
    })
  })
})

describe('a host that hangs', () => {
  const callTheirUrl: Run = async ({ url }, { http }) => {
    const answer = await http.send({ method: 'GET', url: String(url), headers: [] })
    return answer.text()
  }
  const errorExpression = '=if error = null then null else bpmnError("ANY", error.message)'
  const headers = { resultVariable: 'r', errorExpression }
  const place = connectionsPerHostMax + waitingPerHostMax

  test('holds some of the jobs, and the rest wait without losing a retry', async () => {
    const hanging = await serveRaw(() => {})
    const healthy = await serve((_, response) => response.end('healthy'))
    const { push, jobs } = work(callTheirUrl)
    const calls = Array.from({ length: 520 }, (_, at) =>
      push(headers, { jobKey: `h${at}`, retries: at % 2, variables: { url: hanging } }),
    )
    expect(await push(headers, { variables: { url: healthy } })).toEqual({
      completed: { r: 'healthy' },
    })
    expect(new Set(await Promise.all(calls.slice(place)))).toEqual(
      new Set(
        calls.slice(place).map(() => ({
          failed: {
            retries: 1,
            errorMessage: expect.stringMatching(`^${hanging} has 64 calls under way`),
            retryBackOffMs: 1_000,
          },
        })),
      ),
    )
    for (let at = 0; at < place; at++) jobs.cancel(`h${at}`)
    expect(new Set(await Promise.all(calls.slice(0, place)))).toEqual(new Set([undefined]))
  })

  test('and many like it leave jobs for the others', async () => {
    const hosts = await Promise.all(Array.from({ length: 6 }, () => serveRaw(() => {})))
    const healthy = await serve((_, response) => response.end('healthy'))
    const { push, jobs } = work(callTheirUrl)
    const keys = hosts.flatMap((url, host) =>
      Array.from({ length: 150 }, (_, at) => ({ url, jobKey: `${host}-${at}` })),
    )
    const calls = keys.map(({ url, jobKey }) => push(headers, { jobKey, variables: { url } }))
    expect(await push(headers, { variables: { url: healthy } })).toEqual({
      completed: { r: 'healthy' },
    })
    for (const { jobKey } of keys) jobs.cancel(jobKey)
    await Promise.all(calls)
  })

  test('costs a retry where a redirect leads to it', async () => {
    const hanging = await serveRaw(() => {})
    const redirecting = await serve((_, response) =>
      response.writeHead(307, { Location: hanging }).end(),
    )
    const { push, jobs } = work(async ({ url }, { http }) => {
      await http.send({ method: 'POST', url: String(url), headers: [], followRedirects: true })
    })
    const calls = Array.from({ length: place }, (_, at) =>
      push({}, { jobKey: `h${at}`, variables: { url: hanging } }),
    )
    expect(await push({}, { variables: { url: redirecting } })).toMatchObject({
      failed: { retries: 2, variables: { error: { code: 'HTTP_UNREACHABLE' } } },
    })
    for (let at = 0; at < place; at++) jobs.cancel(`h${at}`)
    await Promise.all(calls)
  })
})

describe('the header jobTimeout', () => {
  test.each([
    [null, []],
    [1, [{ timeoutMs: 60_000 }]],
  ])('with a deadline of %j', async (deadline, updates) => {
    const { push, jobs } = work(() => null)
    expect(await push({ jobTimeout: 'PT1M' }, { deadline })).toEqual({ completed: undefined })
    expect(jobs.updates).toEqual(updates)
  })

  test.each(['1 minute', 'PT0S', '-PT1S', 'P36501D'])(
    '%s fails before any call',
    async (jobTimeout) => {
      const { push, inputs } = work(() => null)
      expect(await push({ jobTimeout })).toMatchObject({
        failed: { retries: 0, errorMessage: expect.stringContaining(jobTimeout) },
      })
      expect(inputs).toEqual([])
    },
  )

  test.each([
    ['STORAGE_FAILED', 1],
    ['INVALID_STATE', 0],
  ] as const)('that the engine answers with %s makes %i calls', async (code, calls) => {
    const { push, inputs, jobs } = work(() => null)
    jobs.refusals.push(new OrchestrationError(code, 'no'))
    await push({ jobTimeout: 'PT1M' }, { deadline: 1 })
    expect(inputs).toHaveLength(calls)
  })
})

describe('secrets', () => {
  const value = 's3cret "value"'
  const environment = { TENON_SECRET_KEY: value }
  const place = { processDefinitionKey: '2', elementId: 'task', field: 'token' }
  const variables = { token: seal.seal('Bearer {{secrets.KEY}}', place), other: '{{secrets.KEY}}' }

  test('reach the operation, and leave it masked', async () => {
    const { push, inputs } = work(({ token, other }) => ({ token, other }), environment)
    expect(await push({ resultVariable: 'r' }, { variables })).toEqual({
      completed: { r: { token: 'Bearer ***', other: '{{secrets.KEY}}' } },
    })
    expect(inputs).toEqual([{ token: `Bearer ${value}`, other: '{{secrets.KEY}}' }])
  })

  test.each<[string, Record<string, string>]>([
    ['a result', { resultVariable: 'r' }],
    ['a result name', { resultExpression: '={r: token}' }],
    ['a result that is refused', { resultExpression: '=token' }],
    ['a BPMN error', { errorExpression: '=bpmnError(token, token, {a: [token]})' }],
    ['a job error', { errorExpression: '=jobError(token, {a: token})' }],
    ['an ignored error', { errorExpression: '=ignoreError({a: token})' }],
    ['a wrong error expression', { errorExpression: '=token' }],
    [
      'a job error of the model',
      { errorExpression: '={errorType: "jobError", errorMessage: token}' },
    ],
  ])('are masked in %s', async (_, headers) => {
    const { push } = work(({ token }) => ({ token }), environment)
    const answer = JSON.stringify(await push(headers, { variables }))
    expect(answer).toContain('***')
    expect(answer).not.toContain('s3cret')
  })

  test('are masked in what a connector throws, also where the message is cut', async () => {
    const { push } = work(({ token }) => {
      throw Object.assign(new Error('x'.repeat(5_995) + String(token)), { variables: { token } })
    }, environment)
    const answer = JSON.stringify(await push({}, { variables }))
    expect(answer).not.toContain('s3c')
    expect(answer).toContain('"token":"Bearer ***"')
  })

  test('that are missing are an input error which the model can catch', async () => {
    const { push, inputs } = work(() => null)
    const message =
      "Secret with name 'KEY' is not available. Set TENON_SECRET_KEY, and start Tenon again."
    expect(await push({}, { variables })).toMatchObject({
      failed: { retries: 0, errorMessage: message },
    })
    const errorExpression = '=bpmnError("S", error.type, {code: error.code})'
    expect(await push({ errorExpression }, { variables })).toEqual({
      thrown: {
        errorCode: 'S',
        errorMessage: 'io.camunda.connector.api.error.ConnectorInputException',
        variables: { code: null },
      },
    })
    expect(inputs).toEqual([])
  })
})

test('a secret that a call came to know is masked in all that leaves', async () => {
  const { push } = work((_, { conceal }) => {
    conceal('t0ken-value')
    throw new ConnectorError('got t0ken-value', { variables: { seen: 'Bearer t0ken-value' } })
  })
  const answer = JSON.stringify(await push())
  expect(answer).not.toContain('t0ken')
  expect(answer).toContain('Bearer ***')
  const completing = work((_, { conceal }) => {
    conceal('t0ken-value')
    return ['t0ken-value']
  })
  expect(await completing.push({ resultVariable: 'r' })).toEqual({ completed: { r: ['***'] } })
})

describe('an answer', () => {
  test.each(['STORAGE_FAILED', 'RESOURCE_EXHAUSTED'] as const)(
    'that meets %s is written again, without a second call',
    async (code) => {
      const { push, jobs, inputs } = work(() => 1)
      jobs.refusals.push(new OrchestrationError(code, 'a'), new OrchestrationError(code, 'b'))
      expect(await push({ resultVariable: 'r' })).toEqual({ completed: { r: 1 } })
      expect(inputs).toHaveLength(1)
    },
  )

  test.each(['NOT_FOUND', 'INVALID_STATE'] as const)('that meets %s is logged', async (code) => {
    const { push, jobs, logged } = work(() => 1)
    jobs.refusals.push(new OrchestrationError(code, 'gone'))
    expect(await push()).toBeUndefined()
    expect(logged).toEqual([expect.stringMatching(/ended before its answer/)])
  })

  test.each([
    new OrchestrationError('VARIABLES_TOO_LARGE', 'too large'),
    new OrchestrationError('INVALID_ARGUMENT', 'too large'),
    new OrchestrationError('JSON_TOO_DEEP', 'too large'),
    new Error('too large'),
  ])('that is refused for good fails the job: %s', async (refusal) => {
    const { push, jobs } = work(() => 1)
    jobs.refusals.push(refusal)
    expect(await push()).toEqual({
      failed: {
        retries: 0,
        errorMessage: 'The answer was refused: too large',
        retryBackOffMs: 0,
      },
    })
  })

  test('of which nothing can be written is logged', async () => {
    const { push, jobs, logged } = work(() => 1)
    jobs.refusals.push(new Error('a'), new Error('b'))
    expect(await push()).toBeUndefined()
    expect(logged).toHaveLength(2)
  })
})

describe('the end', () => {
  /** An operation that waits for the test, and does not listen to its signal. */
  const held = () => {
    const started = Promise.withResolvers<AbortSignal>()
    const result = Promise.withResolvers<unknown>()
    const worked = work((_, { signal }) => {
      started.resolve(signal)
      return result.promise
    })
    return { ...worked, started: started.promise, result }
  }

  test('of a cancelled job aborts it and drops its result', async () => {
    const { push, jobs, logged, started, result } = held()
    const answer = push({ errorExpression: '=ignoreError({})' }, { jobKey: '5' })
    const signal = await started
    jobs.cancel('5')
    expect(signal.aborted).toBe(true)
    expect(await answer).toBeUndefined()
    expect(logged).toEqual([expect.stringMatching(/cancelled while it ran/)])
    result.reject(new Error('late, and nobody minds'))
  })

  test('of the runtime aborts its jobs, and waits for no one else', async () => {
    const { push, outbound, started } = held()
    const answer = push()
    await started
    await outbound.close()
    expect(await answer).toBeUndefined()
    await expect(push()).rejects.toThrow(/Nobody subscribed/)
  })

  test('of the runtime waits until what it aborted has ended', async () => {
    const { push, outbound, started, logged } = held()
    void push()
    await started
    await outbound.close()
    expect(logged).toEqual([expect.stringMatching(/cancelled while it ran/)])
  })

  test('of the runtime waits for an answer that is being written', async () => {
    const written = Promise.withResolvers<void>()
    const { push, outbound, jobs } = work(() => 1)
    const writing = Promise.withResolvers<void>()
    jobs.complete = () => {
      writing.resolve()
      return written.promise
    }
    void push()
    await writing.promise
    const order: string[] = []
    const closed = outbound.close().then(() => order.push('closed'))
    setTimeout(() => {
      order.push('written')
      written.resolve()
    }, 20)
    await closed
    expect(order).toEqual(['written', 'closed'])
  })

  test('of the runtime ends the repetition of an answer', async () => {
    const { push, outbound, jobs, logged } = work(() => 1)
    jobs.refusals.push(
      ...Array.from({ length: 99 }, () => new OrchestrationError('STORAGE_FAILED', 'a')),
    )
    const answer = push()
    await expect.poll(() => logged.length).toBeGreaterThan(0)
    await outbound.close()
    expect(await answer).toBeUndefined()
  })
})
