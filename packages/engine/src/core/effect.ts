import type { JsonObject } from '@tenon/orchestration'
import type { Subscription } from './rows.ts'

/** What a step causes beyond its process instance, done right after it in the same transaction. */
export type Effect =
  /** Messages may be waiting for it. */
  | { readonly kind: 'MESSAGE_AWAITED'; readonly subscription: Subscription }
  /** Its own instance has caught the signal already. */
  | {
      readonly kind: 'SIGNAL_BROADCAST'
      readonly signalName: string
      readonly variables: JsonObject
      readonly processInstanceKey: number | null
    }
  /** Another message with the key may start the process, now that the one before has ended. */
  | {
      readonly kind: 'CORRELATION_KEY_FREED'
      readonly processDefinitionId: string
      readonly correlationKey: string
    }
