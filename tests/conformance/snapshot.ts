import type { ElementType, IncidentErrorType, InstanceState } from '@tenon/orchestration'

/** All that an engine holds, also of what has ended. Keys are only good within one engine. */
export interface Snapshot {
  /** In the order of their creation, as are the incidents, jobs and user tasks. */
  readonly instances: readonly Instance[]
  /** In the order of their activation. */
  readonly elements: readonly Element[]
  readonly variables: readonly Variable[]
  readonly incidents: readonly Incident[]
  readonly jobs: readonly Job[]
  readonly userTasks: readonly UserTask[]
}

export interface Instance {
  readonly key: string
  readonly process: string
  readonly state: InstanceState
}

export interface Element {
  readonly key: string
  readonly id: string
  /** Camunda knows more of them than Tenon. */
  readonly type: ElementType | (string & {})
  readonly state: InstanceState
}

export interface Variable {
  readonly scopeKey: string
  readonly name: string
  /** JSON text, canonical. */
  readonly value: string
}

export interface Incident {
  readonly key: string
  readonly element: string
  readonly errorType: IncidentErrorType | (string & {})
  readonly isOpen: boolean
}

export interface Job {
  readonly key: string
  readonly element: string
  readonly type: string
  readonly retries: number
  readonly isOpen: boolean
}

export interface UserTask {
  readonly key: string
  readonly element: string
  readonly isOpen: boolean
}

export const emptySnapshot: Snapshot = {
  instances: [],
  elements: [],
  variables: [],
  incidents: [],
  jobs: [],
  userTasks: [],
}
