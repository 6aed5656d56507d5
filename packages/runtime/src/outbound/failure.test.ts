import { ConnectorError, DefinitionError, HttpError, InputError } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { work } from '../testing/workplace.ts'
import { jobTimeMsMax } from '@tenon/orchestration'
import { causeLengthMax, messageLengthMax } from './outcome.ts'

const connectorException = 'io.camunda.connector.api.error.ConnectorException'
const inputException = 'io.camunda.connector.api.error.ConnectorInputException'

const throwing = (thrown: unknown) =>
  work(() => {
    throw thrown
  })

describe('a failed call', () => {
  const variables = { response: { body: { a: 1 } } }
  test.each<[string, unknown, number, object]>([
    [
      'with code and variables',
      new ConnectorError('Not Found', { code: '404', variables }),
      2,
      { type: connectorException, message: 'Not Found', code: '404', variables },
    ],
    ['without more', new ConnectorError(''), 2, { type: connectorException, message: '' }],
    [
      'of HTTP',
      new HttpError('HTTP_TIMED_OUT', 'late'),
      2,
      { type: connectorException, message: 'late', code: 'HTTP_TIMED_OUT' },
    ],
    ['of its input', new InputError('bad'), 0, { type: inputException, message: 'bad' }],
    [
      'caused by its input',
      new Error('outer', { cause: new ConnectorError('b', { cause: new InputError('c') }) }),
      0,
      { type: inputException, message: 'outer', variables: { cause: 'c' } },
    ],
    [
      'of its definition',
      new DefinitionError('OUTPUT_INVALID', 'bad'),
      0,
      { type: connectorException, message: 'bad', code: 'OUTPUT_INVALID' },
    ],
    [
      'by an unknown error',
      new TypeError('x is not'),
      2,
      { type: 'TypeError', message: 'x is not' },
    ],
    [
      'by a coded error of a library',
      Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
      2,
      { type: 'Error', message: 'refused', code: 'ECONNREFUSED' },
    ],
    ['by a text', 'just text', 2, { type: 'Error', message: 'just text' }],
    ['by an object', { a: 1 }, 2, { type: 'Error', message: '{ a: 1 }' }],
    ['by nothing', undefined, 2, { type: 'Error', message: 'undefined' }],
    [
      'with variables that are no JSON',
      new ConnectorError('a', { variables: { big: 1n } }),
      2,
      { type: connectorException, message: 'a' },
    ],
    [
      'with variables that are too large',
      new ConnectorError('a', { variables: { text: 'x'.repeat(2_000_000) } }),
      2,
      { type: connectorException, message: 'a' },
    ],
  ])('%s', async (_, thrown, retries, error) => {
    const { message, variables: seen } = { message: '', variables: {}, ...error }
    const cause = 'cause' in seen ? ` (${String(seen.cause)})` : ''
    expect(await throwing(thrown).push()).toEqual({
      failed: { retries, errorMessage: message + cause, retryBackOffMs: 0, variables: { error } },
    })
  })

  test('by an error that throws when it is read', async () => {
    class Hostile extends Error {
      override get message(): string {
        throw new Hostile()
      }
    }
    expect(await throwing(new Hostile()).push()).toMatchObject({
      failed: { retries: 2, errorMessage: expect.stringMatching(/cannot be read/) },
    })
  })

  test('of a circle of causes ends', async () => {
    const first = new Error('first')
    first.cause = new Error('second', { cause: first })
    expect(await throwing(first).push()).toMatchObject({ failed: { retries: 2 } })
  })

  test.each([
    [3, 2],
    [1, 0],
    [0, 0],
  ])('with %i retries leaves %i', async (retries, left) => {
    const answer = await throwing(new Error('a')).push({}, { retries })
    expect(answer).toMatchObject({ failed: { retries: left } })
  })

  test.each([
    ['at the limit', messageLengthMax, messageLengthMax],
    ['one over it', messageLengthMax + 1, messageLengthMax],
    ['ten times over it', messageLengthMax * 10, messageLengthMax],
  ])('with a message %s', async (_, length, left) => {
    const errorMessage = 'x'.repeat(left)
    expect(await throwing(new Error('x'.repeat(length))).push()).toMatchObject({
      failed: { errorMessage, variables: { error: { message: errorMessage } } },
    })
  })

  test('with a message cut within a character loses the whole of it', async () => {
    const answer = await throwing(new Error(`x${'😀'.repeat(messageLengthMax)}`)).push()
    const expected = `x${'😀'.repeat(messageLengthMax / 2 - 1)}`
    expect(answer).toMatchObject({ failed: { errorMessage: expected } })
  })
})

describe('the cause of a failure', () => {
  const refused = new Error('connect ECONNREFUSED 127.0.0.1:9')
  const unreachable = new HttpError('HTTP_UNREACHABLE', 'No answer from http://a: bad luck', {
    cause: refused,
  })
  const wrapped = new ConnectorError('aborted', { code: '408', cause: unreachable })

  test('is in the variables of the error and in the log, the message stays', async () => {
    const { push, details } = throwing(wrapped)
    expect(await push({}, { jobKey: '77' })).toMatchObject({
      failed: {
        errorMessage: 'aborted (connect ECONNREFUSED 127.0.0.1:9)',
        variables: { error: { message: 'aborted', variables: { cause: refused.message } } },
      },
    })
    expect(details).toEqual([
      {
        jobKey: '77',
        processInstanceKey: '1',
        elementId: 'task',
        cause: `${unreachable.message} < ${refused.message}`,
      },
    ])
  })

  test('is seen by the error expression, beside the own variables', async () => {
    const own = new ConnectorError('a', { variables: { b: 1 }, cause: refused })
    const errorExpression = '=bpmnError("A", "m", error.variables)'
    expect(await throwing(own).push({ errorExpression })).toMatchObject({
      thrown: { variables: { b: 1, cause: refused.message } },
    })
  })

  test('does not take the place of an own variable', async () => {
    const own = new ConnectorError('a', { variables: { cause: 'own' }, cause: refused })
    expect(await throwing(own).push()).toMatchObject({
      failed: { variables: { error: { variables: { cause: 'own' } } } },
    })
  })

  test('is named for each of several addresses', async () => {
    const all = new AggregateError([new Error('no v4'), new Error('no v6')])
    expect(await throwing(new Error('a', { cause: all })).push()).toMatchObject({
      failed: { variables: { error: { variables: { cause: 'no v4; no v6' } } } },
    })
  })

  test('is cut, and is logged once where it says nothing more', async () => {
    const cause = new Error('x'.repeat(causeLengthMax + 1))
    const outer = new Error(`y ${cause.message}`, { cause })
    const { push, details } = throwing(new Error('a', { cause: outer }))
    expect(await push()).toMatchObject({
      failed: { variables: { error: { variables: { cause: 'x'.repeat(causeLengthMax) } } } },
    })
    expect(details).toMatchObject([{ cause: `y ${'x'.repeat(causeLengthMax - 2)}` }])
  })

  test('is nothing to log where there is none', async () => {
    const { push, details } = throwing(new ConnectorError('Not Found', { code: '404' }))
    await push()
    expect(details).toEqual([])
  })
})

describe('an address that may not be called, and a certificate that cannot be used', () => {
  test.each(['HTTP_REFUSED', 'HTTP_CERTIFICATE_INVALID'] as const)(
    '%s is an error of the input, also as a cause',
    async (code) => {
      const refusal = new HttpError(code, 'not this one')
      const error = { type: inputException, message: 'not this one' }
      expect(await throwing(refusal).push()).toMatchObject({
        failed: { retries: 0, errorMessage: 'not this one', variables: { error } },
      })
      expect(await throwing(new Error('a', { cause: refusal })).push()).toMatchObject({
        failed: { retries: 0 },
      })
    },
  )
})

describe('the header retryBackoff', () => {
  test.each([
    ['PT0S', 0],
    ['PT1.5S', 1_500],
    ['PT0.0001S', 1],
    ['PT0.1005S', 101],
    ['P36500D', jobTimeMsMax],
    ['PT5M', 300_000],
    ['P1DT2H', 93_600_000],
    ['', 0],
  ])('%s delays by %i ms', async (retryBackoff, retryBackOffMs) => {
    const answer = await throwing(new Error('a')).push({ retryBackoff })
    expect(answer).toMatchObject({ failed: { retries: 2, retryBackOffMs } })
  })

  test('does not delay an incident of the input', async () => {
    const answer = await throwing(new InputError('a')).push({ retryBackoff: 'PT1M' })
    expect(answer).toMatchObject({ failed: { retries: 0, retryBackOffMs: 0 } })
  })

  test.each(['5 seconds', '="PT5S"', 'P1M', 'P1Y', 'P1W', '-PT5S', 'PT', '5'])(
    '%s fails the job before any call',
    async (retryBackoff) => {
      const { push, inputs } = work(() => null)
      const errorMessage = `Failed to parse retry backoff header. Expected ISO-8601 duration, e.g. PT5M, got: ${retryBackoff}`
      expect(await push({ retryBackoff, errorExpression: '=ignoreError({})' })).toMatchObject({
        failed: { retries: 0, errorMessage, variables: { error: { message: errorMessage } } },
      })
      expect(inputs).toEqual([])
    },
  )

  test.each(['P36500DT0.001S', 'P36501D', 'P365000D', 'P99999999999D', 'PT9007199254740S'])(
    '%s is over the limit, and fails the job before any call',
    async (retryBackoff) => {
      const { push, inputs } = work(() => null)
      const errorMessage = `Failed to parse retry backoff header. Expected at most 36500 days, got: ${retryBackoff}`
      expect(await push({ retryBackoff })).toMatchObject({ failed: { retries: 0, errorMessage } })
      expect(inputs).toEqual([])
    },
  )
})

describe('what a called system asks to wait', () => {
  const busy = (retryAfterMs: number) => throwing(new ConnectorError('busy', { retryAfterMs }))

  test.each([
    [5_000, undefined, 5_000],
    [5_000, 'PT1S', 5_000],
    [5_000, 'PT1M', 60_000],
    [0.5, undefined, 1],
    [0, 'PT1S', 1_000],
    [-5, 'PT1S', 1_000],
    [Number.NaN, undefined, 0],
    [3_600_000, undefined, 3_600_000],
    [3_600_001, undefined, 3_600_000],
    [36_000_000, undefined, 3_600_000],
    [Number.POSITIVE_INFINITY, 'PT2H', 7_200_000],
  ])('%d ms, with the header %s, delays by %i ms', async (ms, retryBackoff, retryBackOffMs) => {
    const answer = await busy(ms).push(retryBackoff === undefined ? {} : { retryBackoff })
    expect(answer).toMatchObject({ failed: { retries: 2, retryBackOffMs } })
  })

  test('does not delay an incident', async () => {
    const answer = await busy(5_000).push({}, { retries: 1 })
    expect(answer).toMatchObject({ failed: { retries: 0, retryBackOffMs: 0 } })
  })

  test('gives way to what the error expression says', async () => {
    const errorExpression = '=jobError(error.message, {}, 1, duration("PT2S"))'
    expect(await busy(5_000).push({ errorExpression })).toMatchObject({
      failed: { retries: 1, retryBackOffMs: 2_000 },
    })
  })
})
