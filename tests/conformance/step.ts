import type { JsonObject } from '@tenon/orchestration'

/**
 * One thing that somebody does to the instances of a scenario. A job, an incident or a user task is
 * the oldest open one of its element; where none is open, the newest that was.
 */
export type Step =
  | { readonly kind: 'create'; readonly process: string; readonly variables: JsonObject }
  | { readonly kind: 'cancel'; readonly process: string }
  | { readonly kind: 'activateJobs'; readonly type: string }
  | { readonly kind: 'completeJob'; readonly element: string; readonly variables: JsonObject }
  | ({ readonly kind: 'failJob'; readonly element: string } & JobFailure)
  | { readonly kind: 'updateRetries'; readonly element: string; readonly retries: number }
  | ({ readonly kind: 'throwError'; readonly element: string } & ThrownError)
  | { readonly kind: 'resolveIncident'; readonly element: string }
  | ({ readonly kind: 'setVariables'; readonly scope: string } & SetVariables)
  | ({ readonly kind: 'publishMessage'; readonly name: string } & PublishedMessage)
  | ({ readonly kind: 'correlateMessage'; readonly name: string } & CorrelatedMessage)
  | { readonly kind: 'broadcastSignal'; readonly name: string; readonly variables: JsonObject }
  | { readonly kind: 'assignUserTask'; readonly element: string; readonly assignee: string }
  | { readonly kind: 'completeUserTask'; readonly element: string; readonly variables: JsonObject }
  | { readonly kind: 'advance'; readonly milliseconds: number }

interface JobFailure {
  readonly retries: number
  readonly backOffMs: number
  readonly variables: JsonObject
}

interface ThrownError {
  readonly code: string
  readonly variables: JsonObject
}

interface SetVariables {
  readonly variables: JsonObject
  readonly isLocal: boolean
}

interface CorrelatedMessage {
  readonly correlationKey: string
  readonly variables: JsonObject
}

interface PublishedMessage extends CorrelatedMessage {
  readonly timeToLiveMs: number
  readonly messageId: string
}

export const create = (variables: JsonObject = {}, process = 'process'): Step => ({
  kind: 'create',
  process,
  variables,
})

export const cancel = (process = 'process'): Step => ({ kind: 'cancel', process })

/** Hands out all jobs of a type, and compares what a worker gets to see. */
export const activate = (type = 'work'): Step => ({ kind: 'activateJobs', type })

export const complete = (element: string, variables: JsonObject = {}): Step => ({
  kind: 'completeJob',
  element,
  variables,
})

export const fail = (
  element: string,
  { retries, backOffMs = 0, variables = {} }: Partial<JobFailure> & Pick<JobFailure, 'retries'>,
): Step => ({ kind: 'failJob', element, retries, backOffMs, variables })

export const updateRetries = (element: string, retries: number): Step => ({
  kind: 'updateRetries',
  element,
  retries,
})

export const throwError = (element: string, code: string, variables: JsonObject = {}): Step => ({
  kind: 'throwError',
  element,
  code,
  variables,
})

export const resolve = (element: string): Step => ({ kind: 'resolveIncident', element })

/** In the scope of a process or an element, from where they propagate unless they are local. */
export const setVariables = (
  scope: string,
  variables: JsonObject,
  { isLocal = false }: { readonly isLocal?: boolean } = {},
): Step => ({ kind: 'setVariables', scope, variables, isLocal })

export const publish = (
  name: string,
  correlationKey: string,
  options: Partial<Omit<PublishedMessage, 'correlationKey'>> = {},
): Step => {
  const { variables = {}, timeToLiveMs = 0, messageId = '' } = options
  return { kind: 'publishMessage', name, correlationKey, variables, timeToLiveMs, messageId }
}

/** To those that wait now; refused where nobody does. */
export const correlate = (
  name: string,
  correlationKey: string,
  variables: JsonObject = {},
): Step => ({ kind: 'correlateMessage', name, correlationKey, variables })

export const broadcast = (name: string, variables: JsonObject = {}): Step => ({
  kind: 'broadcastSignal',
  name,
  variables,
})

export const assign = (element: string, assignee: string): Step => ({
  kind: 'assignUserTask',
  element,
  assignee,
})

export const completeTask = (element: string, variables: JsonObject = {}): Step => ({
  kind: 'completeUserTask',
  element,
  variables,
})

/** Puts the clock forward by an ISO 8601 duration without years and months. */
export const advance = (duration: string): Step => ({
  kind: 'advance',
  milliseconds: Temporal.Duration.from(duration).total('milliseconds'),
})
