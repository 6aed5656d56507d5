import { expect, it } from 'vitest'
import { except } from './except.ts'
import { describeProblem, type Problem } from './problem.ts'

const problem: Problem = {
  rule: 'any',
  path: 'packages/feel/src/a.ts',
  line: 3,
  message: 'says it.',
}
const exception = { rule: 'any', path: 'packages/feel/src/a.ts', reason: 'a third-party type' }

it('leaves out what is excepted', () => {
  expect(except([problem], [exception])).toEqual([])
})

it.each([
  ['rule', { ...exception, rule: 'non-null' }],
  ['path', { ...exception, path: 'packages/feel/src/b.ts' }],
])('keeps what has another %s', (_, other) => {
  expect(except([problem], [other])).toContain(problem)
})

it('refuses an exception that is not needed any more', () => {
  expect(except([], [exception]).map(describeProblem)).toEqual([
    'tools/exceptions.ts  excepts packages/feel/src/a.ts from any, which it keeps by now. Remove the exception.  [stale-exception]',
  ])
})
