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
