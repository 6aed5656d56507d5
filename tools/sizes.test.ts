import { expect, it } from 'vitest'
import { describeProblem } from './problem.ts'
import { sample } from './sample.ts'
import { checkSizes } from './sizes.ts'

const found = (text: string): readonly string[] =>
  checkSizes(sample({ 'packages/feel/src/a.ts': text })).map(describeProblem)

const lines = (count: number): string => '\n'.repeat(count)

it('takes a file of 400 lines and refuses one of 401', () => {
  expect(found(lines(400))).toEqual([])
  expect(found(lines(401))).toEqual([
    'packages/feel/src/a.ts  has 401 lines, over 400. Find the second idea in it and give it a file of its own.  [file-size]',
  ])
})

it.each([
  ['arrow', (body: string) => `const f = () => {${body}}`],
  ['function', (body: string) => `function f() {${body}}`],
  ['method', (body: string) => `class C { m() {${body}} }`],
])('takes an %s of 70 lines and refuses one of 71', (_, write) => {
  expect(found(write(lines(69)))).toEqual([])
  expect(found(write(lines(70)))).toEqual([
    'packages/feel/src/a.ts:1  has a function of 71 lines, over 70. Give its steps functions of their own, named after what they do.  [function-size]',
  ])
})

it('does not count the body of a test suite', () => {
  expect(found(`describe('f', () => {${lines(100)}})`)).toEqual([])
})
