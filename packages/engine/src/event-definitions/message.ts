import type { MessageDefinition } from '@tenon/bpmn'
import type { Value } from '@tenon/feel'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { evaluateField, evaluateText, notUsable, type Field } from '../core/evaluate-field.ts'
import { scopeOf, subscribe, type WaitingEvent } from './subscribe.ts'

/** Waits for a message with its name and correlation key. */
export const awaitMessage = (
  definition: MessageDefinition,
  event: WaitingEvent,
  compile: CompileContext['compile'],
): ElementBehavior['wait'] => {
  const messageName = { evaluate: compile(definition.name), what: 'message name' }
  const key = { evaluate: compile(definition.correlationKey ?? ''), what: 'correlation key' }
  return (step, hostKey) => {
    const scope = { key: scopeOf(step, hostKey, event) }
    const name = evaluateText(step, scope, messageName)
    const correlationKey = toCorrelationKey(key, evaluateField(step, scope, key))
    const awaited = { kind: 'MESSAGE', name, correlationKey } as const
    const subscription = subscribe(step, { hostKey, elementId: event.id, ...awaited })
    step.effects.push({ kind: 'MESSAGE_AWAITED', subscription })
  }
}

/** As Zeebe does, which takes the whole part of a number. */
const toCorrelationKey = (field: Field, value: Value): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(BigInt(Math.trunc(value)))
  throw notUsable(field, 'a text or a number', value)
}
