import type { Completion } from '@codemirror/autocomplete'
import { snippet } from '@codemirror/autocomplete'
import { builtinSignatures, type Signature } from '@tenon/feel'
import type { ScopeFunction } from './scope.ts'
import { functionSentences } from './function-sentences.ts'

/** Each built-in function that can be called in its own way, with its parameters and its sentence. */
export const functionCompletions = (): readonly Completion[] =>
  [...Map.groupBy(builtinSignatures(), ({ name }) => name).values()].flatMap((signatures) =>
    callsOf(signatures).map((call) => completionOf(call, functionSentences.get(call.name))),
  )

/** The same for functions that exist only at some places. */
export const scopeFunctionCompletions = (
  functions: readonly ScopeFunction[],
): readonly Completion[] =>
  functions.map(({ sentence, ...call }) => ({
    ...completionOf({ ...call, isVariadic: false }, sentence),
    boost: 40,
  }))

interface Call extends Signature {
  /** Parameters from here on may be left out. */
  readonly required: number
}

/** A signature that only adds parameters to another becomes one with it. */
export const callsOf = (signatures: readonly Signature[]): readonly Call[] => {
  const calls: Call[] = []
  for (const signature of signatures.toSorted(
    (a, b) => a.parameters.length - b.parameters.length,
  )) {
    const at = calls.findIndex((call) => extendsCall(signature, call))
    const shorter = calls[at]
    if (shorter === undefined) calls.push({ ...signature, required: signature.parameters.length })
    else calls[at] = { ...signature, required: shorter.required }
  }
  return calls
}

const extendsCall = (signature: Signature, call: Call): boolean =>
  call.parameters.every((parameter, at) => signature.parameters[at] === parameter)

const completionOf = (call: Call, sentence: string | undefined): Completion => ({
  label: call.name,
  detail: `(${parametersOf(call)})`,
  type: 'function',
  apply: snippet(templateOf(call)),
  ...(sentence !== undefined && { info: sentence }),
})

const parametersOf = ({ parameters, required, isVariadic }: Call): string =>
  parameters.map((parameter, at) => (at < required ? parameter : `${parameter}?`)).join(', ') +
  (isVariadic ? ', …' : '')

/** The call with a place to fill in for each parameter that it needs. */
const templateOf = ({ name, parameters, required }: Call): string =>
  `${name}(${parameters
    .slice(0, required)
    .map((parameter) => `\${${parameter}}`)
    .join(', ')})`
