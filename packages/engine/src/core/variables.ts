import { OrchestrationError, type Json, type JsonObject } from '@tenon/orchestration'
import { asIncident } from './incident-error.ts'
import { VariableValue, type ElementInstance } from './rows.ts'
import type { Step } from './step.ts'

/** Characters of JSON text that all variables of a process instance may have. */
export const variableSizeMax = 4 * 1024 * 1024

/** Reads variables as an element sees them: its own scope first, then those around it. */
export const visibleFrom =
  (step: Step, scopeKey: number): ((name: string) => Json | undefined) =>
  (name) => {
    for (const scope of scopesFrom(step, scopeKey)) {
      const variable = step.state.variablesOf(scope).get(name)
      if (variable !== undefined) return variable.value.json
      const output = outputCollectionOf(step, scope)
      if (output?.name === name) return output.read()
    }
    return undefined
  }

/** What the instances of a multi-instance, whose body is the scope, have given so far. */
export const outputCollectionOf = (
  step: Step,
  scopeKey: number,
): { readonly name: string; readonly read: () => Json } | undefined => {
  const loop = step.state.loops.get(scopeKey)
  const body = step.state.elements.get(scopeKey)
  if (loop === undefined || body === undefined) return undefined
  const output = step.elementOf(body).model.multiInstance?.output ?? null
  return output === null ? undefined : { name: output.collection, read: () => loop.outputs }
}

/** A scope and those around it, from the inside out. */
export const scopesFrom = (step: Step, scopeKey: number): readonly number[] => {
  const outer = step.state.elements.get(scopeKey)?.scopeKey
  return outer === undefined ? [scopeKey] : [scopeKey, ...scopesFrom(step, outer)]
}

/** Throws `VARIABLES_TOO_LARGE` or `JSON_TOO_DEEP`. */
export const setVariable = (step: Step, scopeKey: number, name: string, json: Json): void => {
  const { state, environment, processInstance } = step
  const known = state.variablesOf(scopeKey).get(name)
  const value = VariableValue.ofJson(json)
  if (known?.value.text === value.text) return
  requireRoom(step, `variable ${name}`, value.text.length - (known?.value.text.length ?? 0))
  const key = known?.key ?? environment.nextKey()
  const row = { key, processInstanceKey: processInstance.key, scopeKey, name, value }
  step.emit({ entity: 'variable', row })
}

/** `what` is what grows, by so many characters. Throws `VARIABLES_TOO_LARGE`. */
export const requireRoom = (step: Step, what: string, growth: number): void => {
  const size = step.state.variableSize + growth
  if (size > variableSizeMax) throw tooLarge(step.processInstance.key, what, size)
}

const tooLarge = (processInstanceKey: number, what: string, size: number): OrchestrationError =>
  new OrchestrationError(
    'VARIABLES_TOO_LARGE',
    `With ${what} the process instance ${processInstanceKey} has ${size} characters of ` +
      `variables; ${variableSizeMax} are allowed. Keep large data outside the process and pass a ` +
      'reference to it.',
  )

/** Sets variables in one scope. */
export const setLocal = (step: Step, scopeKey: number, variables: JsonObject): void => {
  for (const [name, json] of Object.entries(variables)) setVariable(step, scopeKey, name, json)
}

type Place = Pick<ElementInstance, 'key' | 'scopeKey'>

/** Sets an element's own variables in the scopes around it too. Throws `IncidentError`. */
export const propagateOwn = (step: Step, { key, scopeKey }: Place): void => {
  const own = [...step.state.variablesOf(key)].map(
    ([name, { value }]) => [name, value.json] as const,
  )
  asIncident('IO_MAPPING_ERROR', () => propagate(step, scopeKey, Object.fromEntries(own)))
}

/** The same, but the element keeps none. */
export const passOn = (step: Step, { key, scopeKey }: Place): void => {
  const own = [...step.state.variablesOf(key).values()]
  propagateOwn(step, { key, scopeKey })
  for (const row of own) step.emit({ entity: 'goneVariable', row })
}

/** Whether a process instance can take variables twice: an event and a scope around it keep them. */
export const hasRoom = (step: Step, variables: JsonObject): boolean =>
  step.state.variableSize + 2 * JSON.stringify(variables).length <= variableSizeMax

/**
 * Sets what an element has found out: with output mappings only these leave the element, so all else
 * stays in its scope.
 */
export const setResult = (step: Step, instance: ElementInstance, variables: JsonObject): void => {
  const isMapped = step.elementOf(instance).outputs.size > 0
  if (isMapped) setLocal(step, instance.key, variables)
  else propagate(step, instance.key, variables)
}

/** Sets each variable in the nearest scope that has it, else in the outermost. */
export const propagate = (step: Step, scopeKey: number, variables: JsonObject): void => {
  const scopes = scopesFrom(step, scopeKey)
  for (const [name, json] of Object.entries(variables)) {
    const owner = scopes.find((scope) => step.state.variablesOf(scope).has(name))
    setVariable(step, owner ?? step.processInstance.key, name, json)
  }
}
