import { expect, it } from 'vitest'
import { checkDocComments } from './doc-comments.ts'
import { describeProblem } from './problem.ts'
import { sample } from './sample.ts'

const found = (files: Readonly<Record<string, string>>): readonly string[] =>
  checkDocComments(sample(files)).map(describeProblem)

it('looks through re-exports, once at each declaration', () => {
  const problems = found({
    'packages/sdk/src/index.ts': [
      `export { z } from 'zod'`,
      `export { a, b } from './a.ts'`,
      `export type * from './a.ts'`,
    ].join('\n'),
    'packages/sdk/src/a.ts': [
      '/** Has one. */',
      'export const a = 1',
      'export const b = 2',
      '// Not a doc comment.',
      'export interface C {}',
    ].join('\n'),
  })

  expect(problems).toEqual([
    'packages/sdk/src/a.ts:3  exports b without a doc comment. Say what it is, with shapes, units, defaults and errors.  [doc-comment]',
    'packages/sdk/src/a.ts:5  exports C without a doc comment. Say what it is, with shapes, units, defaults and errors.  [doc-comment]',
  ])
})

it('looks at entries besides the index', () => {
  const problems = found({
    'packages/orchestration/src/secret-seal.ts': 'export class SecretSeal {}',
  })

  expect(problems).toHaveLength(1)
})

it.each([
  ['a file that its package keeps to itself', 'packages/sdk/src/private.ts'],
  ['a package that nobody outside uses', 'packages/feel/src/index.ts'],
])('leaves %s alone', (_, path) => {
  expect(found({ [path]: 'export const a = 1' })).toEqual([])
})
