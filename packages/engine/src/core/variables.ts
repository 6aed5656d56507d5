import { OrchestrationError, type Json, type JsonObject } from '@tenon/orchestration'
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
    }
    return undefined
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
  const size = state.variableSize + value.text.length - (known?.value.text.length ?? 0)
  if (size > variableSizeMax) throw tooLarge(processInstance.key, name, size)
  const key = known?.key ?? environment.nextKey()
  const row = { key, processInstanceKey: processInstance.key, scopeKey, name, value }
  step.emit({ entity: 'variable', row })
}

const tooLarge = (processInstanceKey: number, name: string, size: number): OrchestrationError =>
  new OrchestrationError(
    'VARIABLES_TOO_LARGE',
    `With variable ${name} the process instance ${processInstanceKey} has ${size} characters of ` +
      `variables; ${variableSizeMax} are allowed. Keep large data outside the process and pass a ` +
      'reference to it.',
  )

/** Sets variables in one scope. */
export const setLocal = (step: Step, scopeKey: number, variables: JsonObject): void => {
  for (const [name, json] of Object.entries(variables)) setVariable(step, scopeKey, name, json)
}

/** Passes an element's own variables on to the scopes around it. */
export const propagateOwn = (step: Step, { key, scopeKey }: ElementInstance): void => {
  const own = [...step.state.variablesOf(key)].map(
    ([name, { value }]) => [name, value.json] as const,
  )
  propagate(step, scopeKey, Object.fromEntries(own))
}

/** Sets each variable in the nearest scope that has it, else in the outermost. */
export const propagate = (step: Step, scopeKey: number, variables: JsonObject): void => {
  const scopes = scopesFrom(step, scopeKey)
  for (const [name, json] of Object.entries(variables)) {
    const owner = scopes.find((scope) => step.state.variablesOf(scope).has(name))
    setVariable(step, owner ?? step.processInstance.key, name, json)
  }
}
