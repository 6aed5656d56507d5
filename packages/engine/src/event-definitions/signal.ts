import type { SignalDefinition } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { evaluateText } from '../core/evaluate-field.ts'
import { scopeOf, subscribe, type WaitingEvent } from './subscribe.ts'

/** Waits for a signal with its name. */
export const awaitSignal = (
  definition: SignalDefinition,
  event: WaitingEvent,
  compile: CompileContext['compile'],
): ElementBehavior['wait'] => {
  const signalName = { evaluate: compile(definition.name), what: 'signal name' }
  return (step, hostKey) => {
    const name = evaluateText(step, { key: scopeOf(step, hostKey, event) }, signalName)
    subscribe(step, { hostKey, elementId: event.id, kind: 'SIGNAL', name, correlationKey: null })
  }
}

/** Evaluates the name, then broadcasts before it completes. */
export const broadcastSignal = (
  definition: SignalDefinition,
  compile: CompileContext['compile'],
): Pick<ElementBehavior, 'activate'> => {
  const field = { evaluate: compile(definition.name), what: 'signal name' }
  return {
    activate: (step, instance) => {
      const signalName = evaluateText(step, instance, field)
      const { key: elementInstanceKey } = instance
      step.push({ kind: 'BROADCAST', elementInstanceKey, signalName })
      step.push({ kind: 'COMPLETE', elementInstanceKey })
    },
  }
}
