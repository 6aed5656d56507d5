import type { ExpressionScriptTask } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { evaluateJson } from '../core/evaluate-field.ts'
import { asIncident } from '../core/incident-error.ts'
import { setResult } from '../core/variables.ts'

/** Sets a variable to the value of its script. */
export const scriptTask = (
  { script }: ExpressionScriptTask,
  { compile }: CompileContext,
): ElementBehavior => {
  const field = { evaluate: compile(script.expression), what: 'script' }
  return {
    activate: (step, instance) => {
      const result = { [script.resultVariable]: evaluateJson(step, instance, field) }
      asIncident('EXTRACT_VALUE_ERROR', () => setResult(step, instance, result))
      step.push({ kind: 'COMPLETE', elementInstanceKey: instance.key })
    },
  }
}
