import { ConnectorError, DefinitionError, HttpError, InputError } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { work } from '../testing/workplace.ts'
import { messageLengthMax } from './outcome.ts'

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
      { type: inputException, message: 'outer' },
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
    const { message } = { message: '', ...error }
    expect(await throwing(thrown).push()).toEqual({
      failed: { retries, errorMessage: message, retryBackOffMs: 0, variables: { error } },
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

describe('the header retryBackoff', () => {
  test.each([
    ['PT0S', 0],
    ['PT1.5S', 1_500],
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
})
