import type { EventDefinitionKind } from '../element-kind.ts'
import { error, type ErrorDefinition } from './error.ts'

export type { ErrorDefinition } from './error.ts'

/** What an event waits for, or throws. */
export type EventDefinition = NoDefinition | ErrorDefinition

export interface NoDefinition {
  readonly kind: 'NONE'
}

/** All kinds, each in its file. */
export const eventDefinitionKinds: readonly EventDefinitionKind[] = [error]
