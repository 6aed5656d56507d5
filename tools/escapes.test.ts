import { expect, it } from 'vitest'
import { checkEscapes } from './escapes.ts'
import { describeProblem } from './problem.ts'
import { sample } from './sample.ts'

const found = (text: string, path = 'packages/feel/src/a.ts'): readonly string[] =>
  checkEscapes(sample({ [path]: text })).map(describeProblem)

it.each([
  ['a word in a text', `const a = 'any'`],
  ['a plain cast', `const a = b as unknown`],
  ['a rule switched off with a reason', `// oxlint-disable-next-line no-x -- the peer sends it\n1`],
])('allows %s', (_, text) => {
  expect(found(text)).toEqual([])
})

it('allows a test to show that something does not compile', () => {
  const text = `// @ts-expect-error an undeclared code\nerror('X')`

  expect(found(text, 'packages/feel/src/a.test.ts')).toEqual([])
})

it.each([
  [
    `const a: any = 1`,
    'says `any`. Say the type; at a border say `unknown` and parse it with zod.  [any]',
  ],
  [
    `const a = b!.c`,
    'says `!`. Handle the missing value, or give it a type that has it.  [non-null]',
  ],
  [
    `const a = b as unknown as C`,
    'casts round the compiler. Parse the value, or correct its type.  [double-cast]',
  ],
  [`// @ts-ignore\n1`, 'silences the compiler. Correct the type.  [switched-off]'],
  [
    `// @ts-expect-error\n1`,
    'silences the compiler. Correct the type; only a test may show that something does not compile.  [switched-off]',
  ],
  [
    `/* eslint-disable */`,
    'silences the linter. Correct the code, or say after ` -- ` why the rule is wrong here.  [switched-off]',
  ],
])('refuses %s', (text, message) => {
  expect(found(text)).toEqual([`packages/feel/src/a.ts:1  ${message}`])
})
