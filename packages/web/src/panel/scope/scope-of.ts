import type { TemplateBinding } from '@tenon/templates'
import type { Scope, ScopeFunction, ScopeVariable } from '../../feel-editor/scope.ts'
import { panelWords } from '../words.ts'

const words = panelWords.scope

const leaf = (name: string, origin: string): ScopeVariable => ({ name, origin, entries: [] })

const response: ScopeVariable = {
  name: 'response',
  origin: words.response,
  entries: [leaf('status', words.status), leaf('headers', words.headers), leaf('body', words.body)],
}

const error: ScopeVariable = {
  name: 'error',
  origin: words.error,
  entries: [
    leaf('code', words.errorCode),
    leaf('message', words.errorMessage),
    { name: 'variables', origin: words.errorVariables, entries: [response] },
  ],
}

const job: ScopeVariable = {
  name: 'job',
  origin: words.job,
  entries: [leaf('retries', words.retriesLeft)],
}

const functions: readonly ScopeFunction[] = [
  {
    name: 'bpmnError',
    parameters: ['errorCode', 'errorMessage', 'variables'],
    required: 1,
    sentence: words.bpmnError,
  },
  {
    name: 'jobError',
    parameters: ['errorMessage', 'variables', 'retries', 'retryBackoff'],
    required: 1,
    sentence: words.jobError,
  },
  { name: 'ignoreError', parameters: ['variables'], required: 0, sentence: words.ignoreError },
]

/**
 * What an expression of a field may use: in what reads a connector's answer there is more than the
 * variables of the element.
 */
export const scopeOf = (binding: TemplateBinding, variables: readonly ScopeVariable[]): Scope => {
  const name = 'key' in binding ? binding.key : 'name' in binding ? binding.name : undefined
  if (name === 'resultExpression') return { variables: [response, ...variables], functions: [] }
  if (name !== 'errorExpression') return { variables, functions: [] }
  return { variables: [error, response, job, ...variables], functions }
}
