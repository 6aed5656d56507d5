import type { EventDefinition, FlowElement } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { awaitMessage } from './message.ts'
import { awaitSignal } from './signal.ts'
import { awaitTimer } from './timer.ts'

/** An event that happens to what waits for it. */
export type CatchingEvent = FlowElement & { readonly definition: EventDefinition }

/** How an event begins to wait at a host; undefined for what is thrown to it. */
export const waitFor = (
  { definition, ...event }: CatchingEvent,
  { compile }: CompileContext,
): ElementBehavior['wait'] => {
  switch (definition.kind) {
    case 'MESSAGE':
      return awaitMessage(definition, event, compile)
    case 'SIGNAL':
      return awaitSignal(definition, event, compile)
    case 'TIMER':
      return awaitTimer(definition, event, compile)
    case 'NONE':
    case 'ERROR':
    case 'ESCALATION':
    case 'LINK':
    case 'MESSAGE_JOB':
    case 'TERMINATE':
      return undefined
  }
}
