import { type HostFunction, type HostFunctions, toJson, type Value } from '@tenon/feel'

interface Parameter {
  readonly name: string
  readonly type: 'string' | 'context' | 'number' | 'duration'
  /** Absent where the argument must be given. */
  readonly default?: Value
}

const variables: Parameter = { name: 'variables', type: 'context', default: {} }

const signatures: Readonly<Record<string, readonly Parameter[]>> = {
  bpmnError: [
    { name: 'errorCode', type: 'string' },
    { name: 'errorMessage', type: 'string', default: '' },
    variables,
  ],
  jobError: [
    { name: 'errorMessage', type: 'string' },
    variables,
    { name: 'retries', type: 'number', default: 0 },
    { name: 'retryBackoff', type: 'duration', default: 'PT0S' },
  ],
  ignoreError: [variables],
}

const contextFunction = (errorType: string, parameters: readonly Parameter[]): HostFunction => ({
  parameters: parameters.map(({ name }) => name),
  required: parameters.filter((parameter) => parameter.default === undefined).length,
  call: (values) => ({
    errorType,
    ...Object.fromEntries(
      parameters.map((parameter, index) => [
        parameter.name,
        argument(errorType, parameter, values[index]),
      ]),
    ),
  }),
})

// An argument that was not passed has its default; one that is null has the wrong type, as in Camunda.
const argument = (of: string, parameter: Parameter, value: Value | undefined): Value => {
  const found = value ?? (value === undefined ? parameter.default : undefined) ?? null
  if (isOf(parameter.type, toJson(found))) return found
  throw new TypeError(
    `Parameter '${parameter.name}' of function '${of}' must be a ${parameter.type}`,
  )
}

const isOf = (type: Parameter['type'], value: unknown): boolean => {
  // A number with more digits than a double holds is a number too.
  if (type === 'number' && JSON.isRawJSON(value)) return true
  // A duration of FEEL is its ISO 8601 text as JSON; such a text will do as well.
  if (type === 'duration') return typeof value === 'string'
  if (type !== 'context') return typeof value === type
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)
  )
}

// An unknown function is quietly null; these are known to Camunda's models, so they say their name.
const missingFunction = (name: string, parameters: readonly string[]): HostFunction => ({
  parameters,
  required: 0,
  call: () => {
    throw new TypeError(`Function '${name}' is not available in Tenon yet. Do without it.`)
  },
})

/**
 * Camunda's functions for result and error expressions. `bpmnError`, `jobError` and `ignoreError`
 * give the context that an error expression may also write by hand.
 */
export const errorFunctions: HostFunctions = new Map([
  ...Object.entries(signatures).map(
    ([name, parameters]) => [name, contextFunction(name, parameters)] as const,
  ),
  ['createDocument', missingFunction('createDocument', ['value'])],
  [
    'backoff',
    missingFunction('backoff', ['attempt', 'minDelay', 'factor', 'maxDelay', 'jitterFactor']),
  ],
])
