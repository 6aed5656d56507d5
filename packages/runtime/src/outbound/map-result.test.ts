import { parseJson } from '@tenon/orchestration'
import { describe, expect, test } from 'vitest'
import { work } from '../testing/workplace.ts'
import { variablesBytesMax } from './to-variables.ts'

const response = { status: 200, headers: { 'X-A': '1' }, body: { id: 7, tags: ['a'] } }

type Headers = Record<string, string>

describe('the result', () => {
  test.each<[string, Headers, unknown]>([
    ['is dropped without settings', {}, undefined],
    ['is dropped with blank settings', { resultVariable: ' ', resultExpression: ' ' }, undefined],
    ['as a variable', { resultVariable: 'r' }, { r: response }],
    ['as a variable with a literal name', { resultVariable: 'a. b=' }, { 'a. b=': response }],
    ['as a variable with a name of JavaScript', { resultVariable: '__proto__' }, '__proto__'],
    ['by an expression', { resultExpression: '={id: response.body.id}' }, { id: 7 }],
    ['without =', { resultExpression: ' {id: body.id} ' }, { id: 7 }],
    [
      'by top-level names',
      { resultExpression: '= {s: status, t: body.tags}' },
      { s: 200, t: ['a'] },
    ],
    ['as it is', { resultExpression: '=body' }, response.body],
    ['with an unknown path', { resultExpression: '={a: body.b.c}' }, { a: null }],
    ['without the process variables', { resultExpression: '={a: processVariable}' }, { a: null }],
    ['null is nothing', { resultExpression: '=null' }, undefined],
    ['{} is nothing', { resultExpression: '={}' }, undefined],
    ['by both', { resultVariable: 'r', resultExpression: '={a: 1}' }, { r: response, a: 1 }],
    ['by both with null', { resultVariable: 'r', resultExpression: '=null' }, { r: response }],
    ['by both on one name', { resultVariable: 'r', resultExpression: '={r: 1}' }, { r: 1 }],
  ])('%s', async (_, headers, expected) => {
    const answer = await work(() => response).push(headers, { variables: { processVariable: 1 } })
    if (expected !== '__proto__') return expect(answer).toEqual({ completed: expected })
    return expect(JSON.stringify(answer)).toBe(
      `{"completed":{"__proto__":${JSON.stringify(response)}}}`,
    )
  })

  test.each<[string, unknown, unknown]>([
    ['null', null, null],
    ['nothing', undefined, null],
    ['a text', 'text', 'text'],
    ['a list', [1, 2], [1, 2]],
    ['a date', { at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' }],
    ['an absent member', { a: undefined, b: 1 }, { b: 1 }],
    ['digits', parseJson('{"n":12345678901234567890}'), '{"n":12345678901234567890}'],
  ])('may be %s', async (_, result, expected) => {
    const { push } = work(() => result)
    const named = await push({ resultVariable: 'r' })
    const mapped = await push({ resultExpression: '={r: response}' })
    const text = typeof expected === 'string' && expected.startsWith('{')
    const json = text ? expected : JSON.stringify(expected)
    expect(JSON.stringify(named)).toBe(`{"completed":{"r":${json}}}`)
    expect(JSON.stringify(mapped)).toBe(`{"completed":{"r":${json}}}`)
  })

  test.each<[string, Headers, number, RegExp]>([
    ['a number', { resultExpression: '=1' }, 0, /must return a JSON object, but got number.*: 1$/],
    ['a text', { resultExpression: '="a"' }, 0, /but got string.*"a"/],
    ['a list', { resultExpression: '=[1]' }, 0, /but got array/],
    ['a boolean', { resultExpression: '=true' }, 0, /but got boolean/],
    [
      'what Camunda would run',
      { resultExpression: '={a: "camunda.function.type"}' },
      0,
      /forbidden literal 'camunda\.function\.type'/,
    ],
    ['a new document', { resultExpression: '={a: createDocument("x")}' }, 2, /createDocument/],
  ])('may not be mapped to %s', async (_, headers, retries, message) => {
    const { push, inputs } = work(() => response)
    expect(await push(headers)).toMatchObject({
      failed: {
        retries,
        errorMessage: expect.stringMatching(message),
        variables: { error: { message: expect.stringMatching(message) } },
      },
    })
    expect(inputs).toHaveLength(1)
  })

  test('may not be mapped by what is no FEEL: then no call is made', async () => {
    const { push, inputs } = work(() => response)
    const message =
      /^The header resultExpression cannot be evaluated, so no call was made\. Position/
    expect(await push({ resultExpression: '={a: ' })).toMatchObject({
      failed: { retries: 0, errorMessage: expect.stringMatching(message) },
    })
    expect(inputs).toEqual([])
  })

  const overhead = '{"r":""}'.length
  test.each([
    ['at the limit', variablesBytesMax - overhead, undefined],
    ['one over it', variablesBytesMax - overhead + 1, 0],
    ['ten times over it', variablesBytesMax * 10, 0],
  ])('of a mapped size %s', async (_, size, retries) => {
    const { push } = work(() => 'x'.repeat(size))
    const answer = await push({ resultVariable: 'r' })
    expect(answer).toMatchObject(
      retries === undefined
        ? { completed: {} }
        : { failed: { retries, errorMessage: expect.stringContaining(String(variablesBytesMax)) } },
    )
  })

  test('may be large where only a part is mapped', async () => {
    const { push } = work(() => ({ a: 1, large: 'x'.repeat(variablesBytesMax * 2) }))
    expect(await push({ resultExpression: '={a: a}' })).toEqual({ completed: { a: 1 } })
  })

  test('may not be nested too deep', async () => {
    let deep: unknown = 1
    for (let level = 0; level < 64; level++) deep = [deep]
    const { push } = work(() => deep)
    expect(await push({ resultVariable: 'r' })).toMatchObject({
      failed: { retries: 0, errorMessage: expect.stringMatching(/64 levels/) },
    })
  })
})
