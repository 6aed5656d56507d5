import { FeelError, toJson, type Environment, type Variables } from '@tenon/feel'
import type { Json, JsonObject } from '@tenon/orchestration'
import type { Element, Evaluate, Mappings } from './definition.ts'
import { asIncident, IncidentError } from './incident-error.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { propagate, setLocal, visibleFrom } from './variables.ts'

/** Evaluates the input mappings into the element's own scope. */
export const applyInputs = (step: Step, { inputs }: Element, instance: ElementInstance): void => {
  if (inputs.size === 0) return
  const { environment } = step
  const variables = visibleFrom(step, instance.key)
  const results = evaluateMappings(inputs, { variables, environment, base: () => null, path: [] })
  asIncident('IO_MAPPING_ERROR', () => setLocal(step, instance.key, results))
}

/** Evaluates the output mappings into the scope around the element. */
export const applyOutputs = (step: Step, { outputs }: Element, instance: ElementInstance): void => {
  if (outputs.size === 0) return
  const { environment } = step
  const variables = visibleFrom(step, instance.key)
  const base = (name: string): Json => variables(name) ?? null
  const results = evaluateMappings(outputs, { variables, environment, base, path: [] })
  // What an instance of a multi-instance gives is among its own variables, as in Zeebe.
  const target = instance.loopCounter === null ? instance.scopeKey : instance.key
  asIncident('IO_MAPPING_ERROR', () => propagate(step, target, results))
}

interface Scope {
  readonly variables: Variables
  readonly environment: Environment
  /** What entries are put into. */
  readonly base: (name: string) => Json
  /** The names that lead here. */
  readonly path: readonly string[]
}

/** Later mappings see the results of earlier ones, as the entries of a FEEL context do. */
const evaluateMappings = (mappings: Mappings, scope: Scope): JsonObject => {
  const results = new Map<string, Json>()
  const variables: Variables = (name) =>
    results.has(name) ? results.get(name) : scope.variables(name)
  for (const [name, mapping] of mappings) {
    const inner = { ...scope, variables, path: [...scope.path, name] }
    results.set(
      name,
      typeof mapping === 'function'
        ? evaluateMapping(mapping, inner)
        : putEntries(scope.base(name), mapping.entries, inner),
    )
  }
  return Object.fromEntries(results)
}

const evaluateMapping = (evaluate: Evaluate, { variables, environment, path }: Scope): Json => {
  try {
    return toJson(evaluate(variables, environment))
  } catch (error) {
    if (!(error instanceof FeelError)) throw error
    const message = `Mapping to ${path.join('.')}: ${error.message}`
    throw new IncidentError('IO_MAPPING_ERROR', message, { cause: error })
  }
}

const putEntries = (target: Json, entries: Mappings, scope: Scope): Json => {
  const known = new Map(target !== null && isContext(target) ? Object.entries(target) : [])
  const set = evaluateMappings(entries, { ...scope, base: (name) => known.get(name) ?? null })
  // Zeebe gives null where entries are put into something that is not a context.
  if (target !== null && !isContext(target)) return null
  return Object.fromEntries([...known, ...Object.entries(set)])
}

const isContext = (json: Json): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && !JSON.isRawJSON(json)
