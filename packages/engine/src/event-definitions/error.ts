import type { ErrorDefinition } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { evaluateText } from '../core/evaluate-field.ts'
import { findErrorCatcher } from '../core/find-error-catcher.ts'
import { triggerEvent } from '../core/trigger-event.ts'

/** Goes on where the error is caught. */
export const throwsError = (
  { code }: ErrorDefinition,
  { compile }: CompileContext,
): ElementBehavior => {
  const field = { evaluate: compile(code ?? ''), what: 'error code' }
  return {
    activate: (step, instance) => {
      const errorCode = evaluateText(step, instance, field)
      const catcher = findErrorCatcher(step, instance, { errorCode, errorMessage: '' })
      triggerEvent(step, catcher, {})
    },
  }
}
