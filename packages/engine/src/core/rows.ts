import {
  parseJson,
  requireShallowJson,
  type ElementType,
  type IncidentErrorType,
  type InstanceState,
  type Json,
} from '@tenon/orchestration'
import type { Transition } from './transition.ts'

// The rows of the state tables. They are never changed, only replaced.

export interface ProcessInstance {
  readonly key: number
  readonly definitionKey: number
  readonly state: InstanceState
  readonly startedAt: number
  readonly endedAt: number | null
  readonly incidentCount: number
  readonly tags: readonly string[]
  /**
   * Of the message that has started it; empty keys are not kept. No other instance of the process is
   * started with the key before it ends.
   */
  readonly correlationKey: string | null
  /** What the step budget put off. */
  readonly workLeft: readonly Transition[]
}

/** A failed element stays ACTIVATING or COMPLETING until its incident is resolved. */
export type Phase = 'ACTIVATING' | 'ACTIVE' | 'COMPLETING' | 'COMPLETED' | 'TERMINATED'

export interface ElementInstance {
  readonly key: number
  readonly processInstanceKey: number
  readonly definitionKey: number
  readonly scopeKey: number
  readonly elementId: string
  readonly type: ElementType
  readonly phase: Phase
  readonly startedAt: number
  readonly endedAt: number | null
  readonly incidentKey: number | null
  /** Of an instance in a multi-instance: which one it is, from 1. */
  readonly loopCounter: number | null
}

/** The list that a multi-instance goes through, and how far it is. */
export interface Loop {
  readonly key: number
  readonly processInstanceKey: number
  /** The element instance of the multi-instance body. */
  readonly bodyKey: number
  /** A list. It never changes, whatever becomes of the variables that it was made of. */
  readonly items: VariableValue
  /** How many of its instances were started. */
  readonly started: number
  /** One that has ended is not kept, nor are its outputs. */
  readonly endedAt: number | null
}

/** What one instance of a multi-instance has given. */
export interface LoopOutput {
  readonly loopKey: number
  readonly bodyKey: number
  /** Which instance, from 1. */
  readonly loopCounter: number
  readonly value: VariableValue
}

export interface Variable {
  readonly key: number
  readonly processInstanceKey: number
  readonly scopeKey: number
  readonly name: string
  readonly value: VariableValue
}

export type JobState =
  'AVAILABLE' | 'LEASED' | 'WAITING' | 'FAILED' | 'COMPLETED' | 'ERROR_THROWN' | 'CANCELED'

export interface Job {
  readonly key: number
  readonly processInstanceKey: number
  readonly elementInstanceKey: number
  readonly type: string
  readonly retries: number
  readonly state: JobState
  readonly worker: string
  /** When the lease or the back-off ends. */
  readonly dueAt: number | null
  readonly errorCode: string | null
  readonly errorMessage: string | null
  readonly createdAt: number
  readonly endedAt: number | null
}

export interface Incident {
  readonly key: number
  readonly processInstanceKey: number
  readonly definitionKey: number
  readonly elementInstanceKey: number
  readonly elementId: string
  readonly jobKey: number | null
  readonly errorType: IncidentErrorType
  readonly errorMessage: string
  readonly createdAt: number
  readonly resolvedAt: number | null
}

/** Tokens that wait at a join for those of its other flows. */
export interface ArrivedFlow {
  readonly processInstanceKey: number
  /** What the join is in. */
  readonly scopeKey: number
  readonly elementId: string
  readonly flowId: string
  /** 0 when none waits any more. */
  readonly count: number
}

/** When something happens to a host: an element instance, or the process instance. */
export interface Timer {
  readonly key: number
  readonly processInstanceKey: number
  readonly hostKey: number
  /** The event. */
  readonly elementId: string
  readonly dueAt: number
  /** How often it comes again after that; null for ever. */
  readonly repetitions: number | null
  /** Of what comes again: an ISO 8601 duration, or cron. */
  readonly interval: string | null
  /** One that has ended is not kept. */
  readonly endedAt: number | null
}

/** What a host waits for from the outside. */
export interface Subscription {
  readonly key: number
  readonly processInstanceKey: number
  readonly hostKey: number
  /** The event. */
  readonly elementId: string
  readonly kind: 'MESSAGE' | 'SIGNAL'
  readonly name: string
  /** null of a signal. */
  readonly correlationKey: string | null
  readonly state: 'CREATED' | 'CORRELATED' | 'DELETED'
  readonly createdAt: number
  readonly endedAt: number | null
}

/** A change of state: the row as it is from now on. */
export type Event =
  | { readonly entity: 'processInstance'; readonly row: ProcessInstance }
  | { readonly entity: 'elementInstance'; readonly row: ElementInstance }
  | { readonly entity: 'loop'; readonly row: Loop }
  | { readonly entity: 'loopOutput'; readonly row: LoopOutput }
  | { readonly entity: 'arrivedFlow'; readonly row: ArrivedFlow }
  | { readonly entity: 'variable'; readonly row: Variable }
  | { readonly entity: 'goneVariable'; readonly row: Variable }
  | { readonly entity: 'job'; readonly row: Job }
  | { readonly entity: 'incident'; readonly row: Incident }
  | { readonly entity: 'timer'; readonly row: Timer }
  | { readonly entity: 'subscription'; readonly row: Subscription }

/** A value as JSON text and as data, each made when first asked for. */
export class VariableValue {
  #text: string | undefined
  #json: Json | undefined

  private constructor(text: string | undefined, json: Json | undefined) {
    this.#text = text
    this.#json = json
  }

  static ofText(text: string): VariableValue {
    return new VariableValue(text, undefined)
  }

  /** Throws `JSON_TOO_DEEP`. */
  static ofJson(json: Json): VariableValue {
    const value = new VariableValue(undefined, json)
    requireShallowJson(value.text)
    return value
  }

  get text(): string {
    this.#text ??= JSON.stringify(this.json)
    return this.#text
  }

  get json(): Json {
    // Not ??=, since null is a value.
    if (this.#json === undefined) this.#json = parseJson(this.text)
    return this.#json
  }
}
