import { describe, expect, test } from 'vitest'
import { compile, FeelError, toJson, type HostFunctions, type Value } from './index.ts'
import { limits } from './limits.ts'

const none = (): undefined => undefined
const failureOf = (work: () => unknown): FeelError => {
  try {
    work()
  } catch (error) {
    if (error instanceof FeelError) return error
    throw error
  }
  throw new Error('It did not fail.')
}

describe('compile', () => {
  test('the same text gives the same object', () => {
    expect(compile('a + 1')).toBe(compile('a + 1'))
    expect(compile('a + 1')).not.toBe(compile('a + 2'))
  })

  test('what is not used any more is forgotten, what is in use stays', () => {
    const used = compile('used + 1')
    const unused = compile('unused + 1')
    for (let n = 0; n < limits.cachedExpressions * 2; n++) {
      compile(`${n}`)
      compile('used + 1')
    }
    expect(compile('used + 1')).toBe(used)
    expect(compile('unused + 1')).not.toBe(unused)
  })

  test('an expression keeps nothing of an evaluation', () => {
    const expression = compile('{x: a, y: x + 1}.y')
    expect(expression.evaluate(() => 1)).toBe(2)
    expect(expression.evaluate(none)).toBe(null)
    expect(expression.evaluate(() => 2)).toBe(3)
  })

  test('an evaluation can happen inside another one of the same expression', () => {
    const expression = compile('for i in 1..2 return [i, a, i]')
    const inner = expression.evaluate(() => 0)
    const outer = expression.evaluate(() => expression.evaluate(() => 0))
    expect(outer).toEqual([
      [1, inner, 1],
      [2, inner, 2],
    ])
  })

  test('variables are read only when needed', () => {
    const read: string[] = []
    const variables = (name: string): Value => {
      read.push(name)
      return name === 'a'
    }
    compile('if a then b else c').evaluate(variables)
    compile('{x: 1, y: x}').evaluate(variables)
    compile('for x in [1] return x').evaluate(variables)
    compile('[{q: 1}][q = 1]').evaluate(variables)
    expect(read).toEqual(['a', 'b'])
  })

  test('JSON goes through without a copy', () => {
    const order = { lines: [{ price: 1.5 }] }
    const result = compile('order').evaluate(() => order)
    expect(result).toBe(order)
    expect(toJson(result)).toBe(order)
  })
})

describe('errors say what, where and what to do', () => {
  test.each([
    ['a + ', 'FEEL_SYNTAX', 'the expression ends too early. Complete it.', 4],
    ['a == 1', 'FEEL_SYNTAX', 'Compare with a single =.', 3],
    ['1 + 2 3', 'FEEL_SYNTAX', 'unexpected "3"', 6],
    ['1 + function() external {}', 'FEEL_UNSUPPORTED', 'An external function', 15],
  ] as const)('%s', (source, code, message, position) => {
    const error = failureOf(() => compile(source))
    expect(error).toMatchObject({ code, position })
    expect(error.message).toContain(message)
    expect(error.message).toContain(String(position))
  })

  test('an evaluation names the place and the piece', () => {
    const error = failureOf(() => compile('1 + modulo(a, 0)').evaluate(() => 12))
    expect(error).toMatchObject({ code: 'FEEL_EVALUATION', position: 4 })
    expect(error.message).toBe(
      'The divisor of modulo is 0. Check the numbers. At position 4: "modulo(a, 0)".',
    )
  })

  test('what reading a variable throws is not swallowed', () => {
    const failure = new Error('The store is closed.')
    expect(() =>
      compile('a').evaluate(() => {
        throw failure
      }),
    ).toThrow(failure)
  })
})

describe('host functions', () => {
  const functions: HostFunctions = new Map([
    [
      'bpmnError',
      {
        parameters: ['errorCode', 'errorMessage', 'variables'],
        required: 2,
        call: ([errorCode = null, errorMessage = null, variables = null]) => {
          if (typeof errorCode !== 'string') throw new TypeError('The code must be a string.')
          return { errorType: 'bpmnError', errorCode, errorMessage, variables: variables ?? {} }
        },
      },
    ],
  ])
  const evaluate = (source: string): Value => compile(source, { functions }).evaluate(none)

  test('get values by position or name', () => {
    const expected = { errorType: 'bpmnError', errorCode: 'E', errorMessage: 'm', variables: {} }
    expect(evaluate('bpmnError("E", "m")')).toEqual(expected)
    expect(evaluate('bpmnError(errorMessage: "m", errorCode: "E")')).toEqual(expected)
    expect(evaluate('if true then bpmnError("E", "m", {a: 1}) else null')).toEqual({
      ...expected,
      variables: { a: 1 },
    })
  })

  test('are not there for others', () => {
    expect(compile('bpmnError("E", "m")').evaluate(none)).toBe(null)
    expect(compile('1', { functions })).toBe(compile('1', { functions }))
    expect(compile('1', { functions })).not.toBe(compile('1'))
  })

  test('are refused with wrong parameters', () => {
    for (const source of ['bpmnError("E")', 'bpmnError(1,2,3,4)', 'bpmnError(code: 1, x: 2)']) {
      expect(failureOf(() => compile(source, { functions })).code).toBe('FEEL_SYNTAX')
    }
  })

  test('fail with their own words and the place', () => {
    const error = failureOf(() => evaluate('[1, bpmnError(5, "m")]'))
    expect(error).toMatchObject({ code: 'FEEL_EVALUATION', position: 4 })
    expect(error.message).toContain('The code must be a string.')
  })
})

describe('toJson', () => {
  test('keeps whole numbers exact', () => {
    const digits = JSON.stringify(
      toJson(compile('[2 ** 53 + 1, -(2 ** 62), 1.50, 2.0]').evaluate(none)),
    )
    expect(digits).toBe('[9007199254740993,-4611686018427387904,1.5,2]')
  })

  test('at the limits of 64 bits', () => {
    const json = (source: string) => JSON.stringify(toJson(compile(source).evaluate(none)))
    expect(json('2 ** 63 - 1')).toBe('9223372036854775807')
    expect(json('-(2 ** 63)')).toBe('-9223372036854775808')
    expect(failureOf(() => json('2 ** 63')).code).toBe('FEEL_EVALUATION')
    expect(failureOf(() => json('-(2 ** 63) - 1')).code).toBe('FEEL_EVALUATION')
    expect(json('2 ** 64 + 0.5')).toBe('18446744073709552000')
  })
})
