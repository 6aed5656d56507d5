import { Visitor } from 'vite'
import type { Problem } from './problem.ts'
import { isTest, lineAt, type Source } from './source.ts'
import type { Workspace } from './workspace.ts'

/** Checks that nothing goes round the compiler or the linter. */
export const checkEscapes = ({ sources }: Workspace): readonly Problem[] =>
  sources.flatMap((source) => [...typeEscapes(source), ...commentEscapes(source)])

const typeEscapes = ({ path, text, program }: Source): readonly Problem[] => {
  const found: Problem[] = []
  const add = (rule: string, start: number, message: string) => {
    found.push({ rule, path, line: lineAt(text, start), message })
  }
  new Visitor({
    TSAnyKeyword: ({ start }) => {
      add(
        'any',
        start,
        'says `any`. Say the type; at a border say `unknown` and parse it with zod.',
      )
    },
    TSNonNullExpression: ({ start }) => {
      add('non-null', start, 'says `!`. Handle the missing value, or give it a type that has it.')
    },
    TSAsExpression: ({ expression, start }) => {
      const isDouble =
        expression.type === 'TSAsExpression' &&
        ['TSUnknownKeyword', 'TSNeverKeyword'].includes(expression.typeAnnotation.type)
      if (isDouble)
        add('double-cast', start, 'casts round the compiler. Parse the value, or correct its type.')
    },
  }).visit(program)
  return found
}

const commentEscapes = ({ path, text, comments }: Source): readonly Problem[] =>
  comments.flatMap(({ value, start }) => {
    const message = switchedOff(value.trim(), isTest(path))
    return message === undefined
      ? []
      : [{ rule: 'switched-off', path, line: lineAt(text, start), message }]
  })

const switchedOff = (comment: string, inTest: boolean): string | undefined => {
  if (/^@ts-(ignore|nocheck)/.test(comment)) return 'silences the compiler. Correct the type.'
  if (comment.startsWith('@ts-expect-error') && !inTest)
    return 'silences the compiler. Correct the type; only a test may show that something does not compile.'
  if (/^(oxlint|eslint)-disable/.test(comment) && !comment.includes(' -- '))
    return 'silences the linter. Correct the code, or say after ` -- ` why the rule is wrong here.'
  return undefined
}
