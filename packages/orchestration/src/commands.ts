import type { JsonObject } from './json.ts'

/** What starts, changes and ends process instances. Keys are decimal strings. */
export interface Commands {
  /** All resources or none. A process equal to its latest version is not deployed again. */
  deploy(resources: readonly Resource[]): Promise<Deployment>
  createProcessInstance(request: CreateProcessInstance): Promise<CreatedProcessInstance>
  /** Ends the instance and all its elements, and cancels its jobs. */
  cancelProcessInstance(processInstanceKey: string): Promise<void>
  /** Tries again what failed. A job's incident needs `Jobs.update` with retries first. */
  resolveIncident(incidentKey: string): Promise<void>
  /**
   * Sets variables as an active element instance sees them, or those of a process instance where
   * the key is that of one: all of them or none.
   */
  setVariables(
    elementInstanceKey: string,
    variables: JsonObject,
    options?: SetVariables,
  ): Promise<void>
  /**
   * Gives a message to all that wait for it, or keeps it for those who will. Throws
   * `ALREADY_EXISTS` while one with the same name, correlation key and id is kept.
   */
  publishMessage(message: PublishMessage): Promise<PublishedMessage>
  /** Gives a message to those that wait for it now. Throws `NOT_FOUND` where nobody does. */
  correlateMessage(message: CorrelateMessage): Promise<CorrelatedMessage>
  /** Gives a signal to all that wait for it, and starts the processes that it starts. */
  broadcastSignal(signal: BroadcastSignal): Promise<BroadcastedSignal>
  /**
   * Lets the engine's time stand still at a time in epoch milliseconds; what is due by then happens.
   * `INVALID_STATE` where the installation does not allow it.
   */
  pinClock(timestamp: number): Promise<void>
  /** Goes on with the time of the system. */
  resetClock(): Promise<void>
}

/**
 * A message. A process has it once: the instance that waits for its name and correlation key for
 * the longest time, else a new one if the process starts with it. With a key that is not empty, only
 * while no other instance of the process that was started with the key is active.
 */
export interface CorrelateMessage {
  readonly name: string
  /** May be empty. */
  readonly correlationKey: string
  readonly variables?: JsonObject
}

/** A message that may wait for somebody to wait for it. */
export interface PublishMessage extends CorrelateMessage {
  /** Milliseconds for which it is kept; 0 only reaches those that wait now. */
  readonly timeToLiveMs: number
  /** Keeps a message from being published twice; none or empty may be. */
  readonly messageId?: string
}

/** A message that was published. */
export interface PublishedMessage {
  readonly messageKey: string
}

/** A message that was correlated. */
export interface CorrelatedMessage {
  readonly messageKey: string
  /** Of the instances that have it: the first that it started, else the first that waited. */
  readonly processInstanceKey: string
}

/** Something that everybody who waits for it is told. */
export interface BroadcastSignal {
  readonly name: string
  readonly variables?: JsonObject
}

/** A signal that was broadcast. */
export interface BroadcastedSignal {
  readonly signalKey: string
}

/** Where variables are set. */
export interface SetVariables {
  /**
   * Sets them in the scope with that very key. Default false: each in the nearest scope around it
   * that has the variable, else in that of the process instance.
   */
  readonly local?: boolean
}

/** A file to deploy. */
export interface Resource {
  /** File name; its ending tells the kind (`.bpmn` or `.xml`). */
  readonly name: string
  readonly content: Uint8Array
}

/** What was deployed; what was there before is listed with its old version. */
export interface Deployment {
  readonly deploymentKey: string
  readonly processDefinitions: readonly DeployedProcessDefinition[]
}

/** A process of a deployment. */
export interface DeployedProcessDefinition {
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly processDefinitionVersion: number
  readonly resourceName: string
}

/** Which process to start, and with what. */
export type CreateProcessInstance = DefinitionReference & {
  readonly variables?: JsonObject
  readonly tags?: readonly string[]
  /** Set to answer only when the instance has ended. */
  readonly awaitCompletion?: {
    /** Milliseconds; after them `TIMED_OUT`, and the instance goes on. */
    readonly timeoutMs: number
    /** Names of the variables to return; all of the process scope when absent. */
    readonly fetchVariables?: readonly string[]
    /** Ends the wait early, as the time does. */
    readonly signal?: AbortSignal
  }
}

/** A version of -1 or none is the latest. */
export type DefinitionReference =
  | { readonly processDefinitionKey: string }
  | { readonly processDefinitionId: string; readonly processDefinitionVersion?: number }

/** A process instance that was started. */
export interface CreatedProcessInstance {
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly processDefinitionVersion: number
  readonly tags: readonly string[]
  /** Those of the process scope at its end with `awaitCompletion`, else empty. */
  readonly variables: JsonObject
}
