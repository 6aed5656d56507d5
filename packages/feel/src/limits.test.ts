import { describe, expect, test } from 'vitest'
import { compile, FeelError, toJson, type Value } from './index.ts'
import { limits } from './limits.ts'

const none = (): undefined => undefined
const evaluate = (source: string): Value => compile(source).evaluate(none)
const failureOf = (work: () => unknown): FeelError => {
  try {
    work()
  } catch (error) {
    if (error instanceof FeelError) return error
    throw error
  }
  throw new Error('It did not fail.')
}
const listOf = (count: number): readonly Value[] => Array.from({ length: count }, (_, at) => at)

describe('steps', () => {
  // The body `x` is one step an item.
  const loop = (count: number) => () =>
    compile('for x in items return x').evaluate(() => listOf(count))

  test('a loop at the limit runs, one more item fails', () => {
    expect(loop(limits.steps)()).toHaveLength(limits.steps)
    expect(failureOf(loop(limits.steps + 1)).code).toBe('FEEL_LIMIT')
    expect(failureOf(loop(limits.steps * 10)).code).toBe('FEEL_LIMIT')
  })

  test.each([
    'for x in 1..1000000000 return x',
    'count(for x in 1..1000000000000000000000000000 return x)',
    'some x in 1..100000000 satisfies false',
    'for a in 1..2000, b in 1..2000 return 1',
    '{l: for i in 1..2000 return i, r: l[item in l]}',
    '{l: for i in 1..3000 return {a: i}, r: distinct values(l)}',
    '{l: for i in 1..100000 return i, r: sort(l, function(x, y) x > y)}',
    `{${Array.from({ length: 40 }, (_, n) => `f${n}: function(x) ${n === 0 ? 'x' : `f${n - 1}(x) + f${n - 1}(x)`}`).join(', ')}, r: f39(1)}`,
    'every i in 1..300000 satisfies 1.000001 ** 900000000 > 0',
    'for i in 1..5000 return matches("a", "a{500}b{400}" + string(i))',
    '{s: string join(for i in 1..200000 return "a"), r: extract(s, "a{1,900}b|a")}',
    '{s: string join(for i in 1..200000 return "a"), r: extract(s, "(?:a{999}b)?")}',
  ])('%s', (source) => {
    // given an expression without a practical end, when evaluated
    const error = failureOf(() => evaluate(source))
    // then it is refused, saying where
    expect(error.code).toBe('FEEL_LIMIT')
    expect(error.message).toContain('At position')
  })

  test('a loop may go on from its results so far, and may keep them', () => {
    const sums = 'count(for i in 1..50000 return if i = 1 then 1 else partial[-1] + 1)'
    expect(evaluate(sums)).toBe(50_000)
    const pairs = '(for i in 1..20000 return {n: i, sum: if i = 1 then 1 else partial[-1].sum + i})'
    expect(evaluate(`${pairs}[-1].sum`)).toBe(200_010_000)
    expect(evaluate('for i in 1..3 return partial')).toEqual([[], [[]], [[], [[]]]])
    expect(evaluate('for i in 1..2 return {p: {q: partial}}')).toEqual([
      { p: { q: [] } },
      { p: { q: [{ p: { q: [] } }] } },
    ])
  })

  test('an iteration over infinitely many combinations and an empty list leaves the limit in force', () => {
    // given more iterators over ten items than a double has powers of ten, and one over none
    const iterators = Array.from({ length: 310 }, (_, at) => `i${at} in l`).join(', ')
    const nothing = `l: for i in 1..10 return i, none: for ${iterators}, x in [] return 1`
    const source = (count: number) =>
      `{${nothing}, after: count(for i in 1..${count} return i)}.after`
    // when another loop follows, then it still has its limit
    expect(evaluate(source(1_000))).toBe(1_000)
    expect(failureOf(() => evaluate(source(limits.steps + 1))).code).toBe('FEEL_LIMIT')
  })

  test('each evaluation starts anew', () => {
    const expression = compile('for i in 1..300000 return i')
    for (let run = 0; run < 5; run++) expect(expression.evaluate(none)).toHaveLength(300_000)
  })
})

describe('bytes', () => {
  const doubled = (times: number): string =>
    `{${Array.from({ length: times }, (_, n) => `s${n}: ${n === 0 ? '"0123456789"' : `s${n - 1} + s${n - 1}`}`).join(', ')}}`

  test('strings doubled again and again stop', () => {
    expect(failureOf(() => evaluate(doubled(40))).code).toBe('FEEL_LIMIT')
    expect(() => evaluate(doubled(10))).not.toThrow()
  })

  test('lists that hold each other stop when they are printed, compared or returned', () => {
    const shared = 'for i in 1..100 return [partial[-1], partial[-1]]'
    expect(failureOf(() => toJson(evaluate(shared))).code).toBe('FEEL_LIMIT')
    expect(failureOf(() => evaluate(`string(${shared})`)).code).toBe('FEEL_LIMIT')
    expect(failureOf(() => evaluate(`to json(${shared})`)).code).toBe('FEEL_LIMIT')
    expect(failureOf(() => evaluate(`flatten(${shared})`)).code).toBe('FEEL_LIMIT')
    expect(failureOf(() => evaluate(`{a: ${shared}, b: ${shared}, c: a = b}`)).code).toBe(
      'FEEL_LIMIT',
    )
  })

  test('a string returned many times counts each time', () => {
    const source = `for i in 1..20000 return "${'x'.repeat(1000)}"`
    expect(failureOf(() => toJson(evaluate(source))).code).toBe('FEEL_LIMIT')
    expect(failureOf(() => evaluate(`to json(${source})`)).code).toBe('FEEL_LIMIT')
    expect(failureOf(() => evaluate(`string join(${source})`)).code).toBe('FEEL_LIMIT')
  })

  test('reading long strings again and again takes steps', () => {
    const long = 'a'.repeat(1_000_000)
    const variables = () => long
    for (const condition of ['a = b', 'contains(a, "b")', 'a < b', 'trim(a) = ""']) {
      const source = `every i in 1..10000 satisfies (${condition}) != null`
      expect(failureOf(() => compile(source).evaluate(variables)).code).toBe('FEEL_LIMIT')
    }
  })

  test('data nested deeper than the stack stops', () => {
    const deep = 'for i in 1..1000 return [partial[-1]]'
    expect(failureOf(() => toJson(evaluate(deep))).code).toBe('FEEL_LIMIT')
    expect(failureOf(() => evaluate(`string(${deep})`)).code).toBe('FEEL_LIMIT')
    // and so does a variable, which no limit has met yet
    const data = Array.from({ length: 10_000 }).reduce<Value>((inner) => [inner], 1)
    expect(failureOf(() => compile('data.a').evaluate(() => data)).code).toBe('FEEL_LIMIT')
  })
})

describe('numbers', () => {
  test.each([
    '10 ** 999999999',
    '(10 ** 6000) * (10 ** 6000)',
    '2 ** 99999999999',
    'decimal(1, 6000)',
    'modulo(10 ** 6000, 7)',
    'number("1e99999")',
  ])('%s', (source) => {
    expect(failureOf(() => evaluate(source)).code).toBe('FEEL_EVALUATION')
  })

  test('far apart exponents cost no digits', () => {
    expect(evaluate('10 ** 6000 + 1 = 10 ** 6000')).toBe(true)
    expect(evaluate('10 ** 6000 + 1 > 10 ** -6000')).toBe(true)
    expect(evaluate('string(10 ** -6000 + 1)')).toBe('1.000000000000000000000000000000000')
  })
})

describe('text', () => {
  test('the longest source is taken, one more character is not', () => {
    const source = (length: number): string => `"${'x'.repeat(length - 2)}"`
    expect(() => compile(source(limits.sourceLength))).not.toThrow()
    expect(failureOf(() => compile(source(limits.sourceLength + 1))).code).toBe('FEEL_LIMIT')
    expect(failureOf(() => compile(source(limits.sourceLength * 10))).code).toBe('FEEL_LIMIT')
  })

  test.each([
    ['parentheses', '(', '1', ')'],
    ['lists', '[', '1', ']'],
    ['contexts', '{a: ', '1', '}'],
    ['negations', '-(', 'a', ')'],
    ['sums', '1 + ', '1', ''],
    ['paths', '', 'a', '.b'],
    ['conditions', 'if a then ', '1', ' else 2'],
    ['calls', 'abs(', '1', ')'],
    ['functions', 'function(a) ', '1', ''],
  ])('deep %s are refused, and do not overflow the stack', (_, open, middle, close) => {
    const nested = (depth: number): string => open.repeat(depth) + middle + close.repeat(depth)
    expect(() => compile(nested(limits.expressionDepth / 2)).evaluate(none)).not.toThrow()
    expect(failureOf(() => compile(nested(limits.expressionDepth + 1))).code).toBe('FEEL_LIMIT')
    expect(failureOf(() => compile(nested(limits.expressionDepth * 9))).code).toBe('FEEL_LIMIT')
  })

  test('functions that call each other count as nesting', () => {
    const chain = (length: number): string =>
      `{${Array.from({ length }, (_, n) => `f${n}: function(x) ${n === 0 ? 'x' : `f${n - 1}(x)`}`).join(', ')}, r: f${length - 1}(1)}`
    expect(evaluate(chain(100))).toEqual({ r: 1 })
    expect(failureOf(() => evaluate(chain(1000))).code).toBe('FEEL_LIMIT')
  })

  test('filters in filters are refused before they multiply', () => {
    const nested = (depth: number): string => `${'a['.repeat(depth)}b${']'.repeat(depth)}`
    expect(() => compile(nested(limits.filterDepth))).not.toThrow()
    expect(failureOf(() => compile(nested(limits.filterDepth + 1))).code).toBe('FEEL_LIMIT')
  })

  test('a wide context compiles', () => {
    const entries = Array.from({ length: 4000 }, (_, at) => `k${at}: ${at}`)
    expect(evaluate(`{${entries.join(', ')}}.k3999`)).toBe(3999)
  })
})
