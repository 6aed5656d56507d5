import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete'
import { snippetCompletion } from '@codemirror/autocomplete'
import { keywordCompletions } from '@bpmn-io/lang-feel'
import { syntaxTree } from '@codemirror/language'
import { narrowed } from './narrow-completions.ts'
import { functionCompletions, scopeFunctionCompletions } from './function-completions.ts'
import type { Scope } from './scope.ts'
import { entriesAt, variableCompletions } from './variable-completions.ts'
import { feelEditorWords } from './words.ts'

/** All sources of completions; the scope is asked each time, since it changes while one models. */
export const completionSources = (scope: () => Scope): readonly CompletionSource[] => [
  (context) => completeName(context, scope()),
  ...keywordCompletions,
]

const { snippets } = feelEditorWords
const snippetCompletions: readonly Completion[] = [
  ['if', 'if ${condition} then ${value} else ${other}', snippets.if],
  ['for', 'for ${item} in ${list} return ${value}', snippets.for],
  ['some', 'some ${item} in ${list} satisfies ${condition}', snippets.some],
  ['every', 'every ${item} in ${list} satisfies ${condition}', snippets.every],
].map(([label = '', template = '', detail = '']) =>
  snippetCompletion(template, { label, detail, type: 'keyword' }),
)

const general: readonly Completion[] = [...snippetCompletions, ...functionCompletions()]

/** A name with what stands before it in a path. */
const path = /(?:[\p{L}_][\p{L}\p{N}_]*\.)*[\p{L}_]?[\p{L}\p{N}_]*$/u
const completeName = (context: CompletionContext, scope: Scope): CompletionResult | null => {
  if (isWithinText(context)) return null
  const typed = context.matchBefore(path)?.text ?? ''
  if (typed === '' && !context.explicit) return null
  const names = typed.split('.')
  const last = names.pop() ?? ''
  const found = entriesAt(scope.variables, names)
  if (found === undefined) return null
  const options = [
    ...variableCompletions(found),
    ...(names.length === 0 ? [...scopeFunctionCompletions(scope.functions), ...general] : []),
  ]
  return narrowed(options, { from: context.pos - last.length, typed: last })
}

const texts = new Set(['StringLiteral', 'LineComment', 'BlockComment', 'Key', 'ParameterName'])

const isWithinText = ({ state, pos }: CompletionContext): boolean =>
  texts.has(syntaxTree(state).resolveInner(pos, -1).name)
