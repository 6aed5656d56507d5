import { FeelError, toJson, type Environment, type Value, type Variables } from '@tenon/feel'
import type { Json, JsonObject } from '@tenon/orchestration'
import type { CompiledMapping, Element } from './definition.ts'
import { asIncident, IncidentError } from './incident-error.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { propagate, setLocal, visibleFrom } from './variables.ts'

/** Evaluates the input mappings into the element's own scope. */
export const applyInputs = (step: Step, element: Element, instance: ElementInstance): void => {
  if (element.inputs.length === 0) return
  const { environment } = step
  const scope = { variables: visibleFrom(step, instance.key), environment, base: () => null }
  const results = evaluateMappings(element.inputs, scope)
  asIncident('IO_MAPPING_ERROR', () => setLocal(step, instance.key, results))
}

/** Evaluates the output mappings into the scope around the element. */
export const applyOutputs = (step: Step, element: Element, instance: ElementInstance): void => {
  if (element.outputs.length === 0) return
  const { environment } = step
  // What an instance of a multi-instance gives is among its own variables, as in Zeebe.
  const target = instance.loopCounter === null ? instance.scopeKey : instance.key
  const outer = visibleFrom(step, target)
  const base = (name: string): Json => outer(name) ?? null
  const scope = { variables: visibleFrom(step, instance.key), environment, base }
  const results = evaluateMappings(element.outputs, scope)
  asIncident('IO_MAPPING_ERROR', () => propagate(step, target, results))
}

interface Scope {
  readonly variables: Variables
  readonly environment: Environment
  /** What a nested target is put into. */
  readonly base: (name: string) => Json
}

/** Later mappings see the results of earlier ones, as the entries of a FEEL context do. */
const evaluateMappings = (
  mappings: readonly CompiledMapping[],
  { variables, environment, base }: Scope,
): JsonObject => {
  const results = new Map<string, Json>()
  const lookUp: Variables = (name) => (results.has(name) ? results.get(name) : variables(name))
  for (const { evaluate, path } of mappings) {
    const [name, ...inner] = path
    const value = evaluateMapping(() => evaluate(lookUp, environment), path)
    const target = results.get(name) ?? (inner.length === 0 ? null : base(name))
    results.set(name, putAt(target, inner, value))
  }
  return Object.fromEntries(results)
}

const evaluateMapping = (evaluate: () => Value, path: readonly string[]): Json => {
  try {
    return toJson(evaluate())
  } catch (error) {
    if (!(error instanceof FeelError)) throw error
    const message = `Mapping to ${path.join('.')}: ${error.message}`
    throw new IncidentError('IO_MAPPING_ERROR', message, { cause: error })
  }
}

const putAt = (target: Json, path: readonly string[], value: Json): Json => {
  const [name, ...inner] = path
  if (name === undefined) return value
  // Zeebe gives null for a path that leads into something that is not a context.
  if (target !== null && !isContext(target)) return null
  const entries = new Map<string, Json>(target === null ? [] : Object.entries(target))
  entries.set(name, putAt(entries.get(name) ?? null, inner, value))
  return Object.fromEntries(entries)
}

const isContext = (json: Json): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && !JSON.isRawJSON(json)
