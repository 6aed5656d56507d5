import type { EndEvent } from '@tenon/bpmn'
import { evaluateText } from '../core/evaluate-field.ts'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { findCatcher } from '../core/throw-error.ts'
import { triggerEvent } from '../core/trigger-event.ts'

/** Ends a token; one that throws an error goes on where that is caught. */
export const endEvent = (
  { definition }: EndEvent,
  { compile }: CompileContext,
): ElementBehavior => {
  if (definition.kind !== 'ERROR') return {}
  const code = compile(definition.code ?? '')
  return {
    activate: (step, instance) => {
      const errorCode = evaluateText(step, instance, { evaluate: code, what: 'error code' })
      const catcher = findCatcher(step, instance, { errorCode, errorMessage: '' })
      triggerEvent(step, catcher, {})
    },
  }
}
