import { ConnectorError } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { work } from '../testing/workplace.ts'

const notFound = new ConnectorError('Not Found', {
  code: '404',
  variables: { response: { body: { reason: 'gone' } } },
})
const failing = (errorExpression: string, headers: Record<string, string> = {}) =>
  work(() => {
    throw notFound
  }).push({ errorExpression, ...headers })

const response = { status: 200, body: { ok: true } }
const succeeding = (errorExpression: string, headers: Record<string, string> = {}) =>
  work(() => response).push({ errorExpression, ...headers })

const thrown = (errorCode: string, errorMessage = '', variables = {}) => ({
  thrown: { errorCode, errorMessage, variables },
})
const failed = (retries: number, message: string, variables = {}, retryBackOffMs = 0) => ({
  failed: {
    retries,
    errorMessage: message,
    retryBackOffMs,
    variables: { ...variables, error: message },
  },
})
const normalFailure = {
  failed: {
    retries: 2,
    errorMessage: 'Not Found',
    retryBackOffMs: 0,
    variables: {
      error: {
        type: 'io.camunda.connector.api.error.ConnectorException',
        message: 'Not Found',
        code: '404',
        variables: { response: { body: { reason: 'gone' } } },
      },
    },
  },
}

describe('after a failure', () => {
  test.each<[string, unknown]>([
    ['=bpmnError("A")', thrown('A')],
    ['bpmnError("A", error.message)', thrown('A', 'Not Found')],
    ['= bpmnError("A", "m", {code: error.code})', thrown('A', 'm', { code: '404' })],
    [
      '=bpmnError("A", error.variables.response.body.reason, {a: response.error.code})',
      thrown('A', 'gone', { a: '404' }),
    ],
    ['=if error.code = "404" then bpmnError("GONE", "m") else null', thrown('GONE', 'm')],
    ['=if error.code = 404 then bpmnError("GONE", "m") else null', normalFailure],
    ['={errorType: "bpmnError", errorCode: "A", errorMessage: "m"}', thrown('A', 'm')],
    ['={errorType: "bpmnError", errorCode: null, errorMessage: "m"}', normalFailure],
    ['={errorType: "bpmnError", errorMessage: "m"}', normalFailure],
    ['=null', normalFailure],
    ['={}', normalFailure],
    ['   ', normalFailure],
    ['=jobError("m")', failed(0, 'm')],
    ['=jobError("m", {a: 1})', failed(0, 'm', { a: 1 })],
    ['=jobError("m", {error: 1})', failed(0, 'm')],
    ['=jobError("m", {}, 5)', failed(5, 'm')],
    ['=jobError("m", {}, -1)', failed(0, 'm')],
    ['=jobError("m", {}, 2147483647)', failed(2_147_483_647, 'm')],
    ['=jobError("m", {}, 2147483648)', failed(2_147_483_647, 'm')],
    ['=jobError("m", {}, 1234567890123456)', failed(2_147_483_647, 'm')],
    ['=jobError("m", {}, 9999999999999999)', failed(2_147_483_647, 'm')],
    ['=jobError("m", {}, 9223372036854775807)', failed(2_147_483_647, 'm')],
    [
      '={errorType: "jobError", errorMessage: "m", retries: 9223372036854775807}',
      failed(2_147_483_647, 'm'),
    ],
    [
      '={errorType: "bpmnError", errorCode: 9223372036854775807, errorMessage: 7}',
      thrown('9223372036854775807', '7'),
    ],
    ['=jobError("m", {}, 1, "PT0.0001S")', failed(1, 'm', {}, 1)],
    ['=jobError("m", {}, job.retries - 1)', failed(2, 'm')],
    ['=jobError("m", {}, job.retries - 1, "PT10S")', failed(2, 'm', {}, 10_000)],
    ['=jobError("m", {}, 1, duration("PT10S"))', failed(1, 'm', {}, 10_000)],
    ['=jobError("m", {}, 1, @"PT1M" * 2)', failed(1, 'm', {}, 120_000)],
    [
      '={errorType: "jobError", errorMessage: "m", retries: 1, retryBackoff: "PT1S"}',
      failed(1, 'm', {}, 1_000),
    ],
    ['=ignoreError()', { completed: {} }],
    ['=ignoreError({a: error.code})', { completed: { a: '404' } }],
    [
      '=ignoreError({status: status, body: body, process: processVariable})',
      { completed: { status: null, body: null, process: null } },
    ],
  ])('%s', async (expression, expected) => {
    expect(await failing(expression)).toEqual(expected)
  })

  test('sees a failure of the result expression too', async () => {
    const { push } = work(() => response)
    const headers = { resultExpression: '=1', errorExpression: '=bpmnError("A", error.type)' }
    expect(await push(headers)).toEqual(
      thrown('A', 'io.camunda.connector.api.error.ConnectorInputException'),
    )
  })

  test('keeps the backoff of the header for a normal end only', async () => {
    const retryBackoff = 'PT7S'
    const normal = await failing('=null', { retryBackoff })
    expect(normal).toMatchObject({ failed: { retryBackOffMs: 7_000 } })
    const own = await failing('=jobError("m", {}, 1)', { retryBackoff })
    expect(own).toMatchObject({ failed: { retryBackOffMs: 0 } })
  })
})

describe('after a success', () => {
  const error = '"A", string(response.status) + string(status)'
  test.each<[string, Record<string, string>, unknown]>([
    [`=if response.status = 200 then bpmnError(${error}) else null`, {}, thrown('A', '200200')],
    ['=if error = null then bpmnError("NO") else null', {}, thrown('NO')],
    [
      '=if response.status = 200 then bpmnError("A") else null',
      { resultVariable: 'r' },
      { completed: { r: response } },
    ],
    ['=if r.status = 200 then bpmnError("A") else null', { resultVariable: 'r' }, thrown('A')],
    [
      '=if response.r.status = 200 then bpmnError("A") else null',
      { resultVariable: 'r' },
      thrown('A'),
    ],
    ['=if ok then bpmnError("A") else null', { resultExpression: '=body' }, thrown('A')],
    [
      '=if response.status = 200 then bpmnError("A") else null',
      { resultExpression: '={}' },
      thrown('A'),
    ],
    ['=null', {}, { completed: undefined }],
    ['=null', { resultExpression: '=body' }, { completed: { ok: true } }],
    ['=ignoreError({only: 1})', { resultVariable: 'r' }, { completed: { only: 1 } }],
    ['=jobError("not yet", {}, job.retries - 1)', {}, failed(2, 'not yet')],
  ])('%s with %j', async (expression, headers, expected) => {
    expect(await succeeding(expression, headers)).toEqual(expected)
  })
})

describe('an error expression that cannot be used', () => {
  test.each<[string, RegExp]>([
    ['=1', /must return a JSON object, but got number/],
    ['="A"', /but got string/],
    ['=[]', /but got array/],
    ['={a: 1}', /no bpmnError, jobError or ignoreError/],
    ['={errorType: "other"}', /no bpmnError, jobError or ignoreError/],
    ['=bpmnError(404, "m")', /Parameter 'errorCode' of function 'bpmnError' must be a string/],
    ['=bpmnError("A", null)', /'errorMessage'.*must be a string/],
    ['=bpmnError("A", "m", [])', /'variables'.*must be a context/],
    ['=jobError("m", null)', /'variables'.*must be a context/],
    ['=jobError("m", {}, "1")', /'retries'.*must be a number/],
    ['=jobError("m", {}, 1, null)', /'retryBackoff'.*must be a duration/],
    ['=jobError("m", {}, 1, "P36501D")', /Expected at most 36500 days, got: P36501D/],
    ['=jobError("m", {}, 1, "soon")', /Expected ISO-8601 duration, e\.g\. PT5M, got: soon/],
    ['=ignoreError(1)', /'variables'.*must be a context/],
    ['=jobError("m", {}, 1, backoff(1))', /'backoff' is not available/],
    ['=bpmnError("A", "m", {a: "camunda.function.type"})', /forbidden literal/],
  ])('%s fails the job at once', async (expression, message) => {
    const problem = { failed: { retries: 0, errorMessage: expect.stringMatching(message) } }
    expect(await succeeding(expression)).toMatchObject(problem)
    const after = await failing(expression)
    expect(after).toMatchObject(problem)
    expect(after).toMatchObject({
      failed: { errorMessage: expect.stringMatching(/The connector had failed: Not Found/) },
    })
  })

  test('because it is no FEEL fails the job before any call', async () => {
    const { push, inputs } = work(() => 1)
    const message =
      /^The header errorExpression cannot be evaluated, so no call was made\. Position/
    expect(await push({ errorExpression: '=bpmnError(' })).toMatchObject({
      failed: { retries: 0, errorMessage: expect.stringMatching(message) },
    })
    expect(inputs).toEqual([])
  })
})
