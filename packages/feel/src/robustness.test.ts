import fc from 'fast-check'
import { test } from 'vitest'
import { compile, FeelError, toJson, type Value } from './index.ts'

const tokens = [
  ...'( ) [ ] { } , : . .. + - * / ** = != < <= > >= ? " `'.split(' '),
  ...'if then else for in return some every satisfies and or between instance of'.split(' '),
  ...'function not null true false item partial a b c x y number list 0 1 2.50 -1 "s" ""'.split(
    ' ',
  ),
  ...['count(', 'substring(', 'string(', 'sum(', 'sort(', 'modulo(', 'get value(', 'context put('],
  ...['{a: 1, b: ', '[1, 2, ', 'for x in 1..3 return ', 'a[', 'function(x) ', 'sublist('],
  ...[
    'date(',
    'duration(',
    '@"P1D"',
    '@"2020-01-31"',
    '@"10:00:00Z"',
    'time(',
    'before(',
    'matches(',
  ],
]

const variables = new Map<string, Value>([
  ['a', [{ x: 1 }, { x: 2.5 }, null]],
  ['b', { c: { x: 'text' } }],
  ['c', 0.1],
])

/** Whatever is written, the answer is a value or a `FeelError`. */
const attempt = (source: string): void => {
  try {
    toJson(compile(source).evaluate((name) => variables.get(name)))
  } catch (error) {
    if (!(error instanceof FeelError)) throw error
  }
}

test('any sequence of tokens ends in a value or a FeelError', () => {
  const source = fc.array(fc.constantFrom(...tokens), { maxLength: 14 })
  fc.assert(
    fc.property(source, (parts) => attempt(parts.join(' '))),
    { numRuns: 2_000 },
  )
})

test('any text ends in a value or a FeelError', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => attempt(text)),
    { numRuns: 500 },
  )
})
