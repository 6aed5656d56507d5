import type { EventDefinitionKind } from '../element-kind.ts'
import { error, type ErrorDefinition } from './error.ts'
import { escalation, type EscalationDefinition } from './escalation.ts'
import { link, type LinkDefinition } from './link.ts'
import { message, type MessageDefinition, type MessageJobDefinition } from './message.ts'
import { signal, type SignalDefinition } from './signal.ts'
import { terminate, type TerminateDefinition } from './terminate.ts'
import { timer, type TimerDefinition } from './timer.ts'

export type { ErrorDefinition } from './error.ts'
export type { EscalationDefinition } from './escalation.ts'
export type { LinkDefinition } from './link.ts'
export type { MessageDefinition, MessageJobDefinition } from './message.ts'
export type { SignalDefinition } from './signal.ts'
export type { TerminateDefinition } from './terminate.ts'
export type { TimerDefinition } from './timer.ts'

/** What an event waits for, or throws. */
export type EventDefinition =
  | NoDefinition
  | ErrorDefinition
  | EscalationDefinition
  | LinkDefinition
  | MessageDefinition
  | MessageJobDefinition
  | SignalDefinition
  | TerminateDefinition
  | TimerDefinition

export interface NoDefinition {
  readonly kind: 'NONE'
}

/** All kinds, each in its file. */
export const eventDefinitionKinds: readonly EventDefinitionKind[] = [
  error,
  escalation,
  link,
  message,
  signal,
  terminate,
  timer,
]
