import type { EscalationDefinition } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { evaluateText } from '../core/evaluate-field.ts'
import { findCatcher } from '../core/find-catcher.ts'
import { triggerEvent } from '../core/trigger-event.ts'

/** Lets what catches the escalation begin, and goes on itself unless that has ended it. */
export const throwsEscalation = (
  definition: EscalationDefinition,
  { compile }: CompileContext,
): ElementBehavior => {
  const field = { evaluate: compile(definition.code ?? ''), what: 'escalation code' }
  return {
    activate: (step, instance) => {
      const code = evaluateText(step, instance, field)
      const { catcher } = findCatcher(step, instance, { kind: 'ESCALATION', code })
      if (catcher !== undefined) triggerEvent(step, catcher, {})
      if (step.state.elements.get(instance.key) === undefined) return
      step.push({ kind: 'COMPLETE', elementInstanceKey: instance.key })
    },
  }
}
