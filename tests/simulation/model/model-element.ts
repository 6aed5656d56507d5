import type { IncidentErrorType, Json, JsonObject } from '@tenon/orchestration'
import { ModelIncident } from './model-incident.ts'
import type { ModelInstance } from './model-instance.ts'
import type { ModelJob } from './model-job.ts'

/** An open incident. */
export interface OpenIncident {
  readonly element: ModelElement
  readonly errorType: IncidentErrorType
  /** Of the job that has no retries, or whose error nobody caught. */
  readonly job: ModelJob | null
  readonly retry: () => void
}

/** Catches an error at an activity or in a scope. */
export interface Catcher {
  /** null catches every error. */
  readonly code: string | null
  readonly trigger: (variables: JsonObject) => void
}

/** An element that goes on, or, without a parent, the process instance around all of them. */
export class ModelElement {
  readonly instance: ModelInstance
  readonly id: string
  readonly parent: ModelElement | null
  readonly variables = new Map<string, Json>()
  readonly children = new Set<ModelElement>()
  /** Tokens that wait at joins, by the join. */
  readonly arrived = new Map<string, number>()
  /** Of what is in it; it is done when none is left. */
  tokens = 0
  onDone: () => void = () => {}
  phase: 'ACTIVATING' | 'ACTIVE' | 'COMPLETING' = 'ACTIVE'
  job: ModelJob | null = null
  incident: OpenIncident | null = null
  /** In the order in which they are looked at. */
  readonly catchers: Catcher[] = []
  /** Whether an event sub-process goes on instead of all else in it. */
  isInterrupted = false
  isLive = true

  constructor(instance: ModelInstance, id: string, parent: ModelElement | null) {
    this.instance = instance
    this.id = id
    this.parent = parent
  }

  /** What is around it. */
  get scope(): ModelElement {
    return this.parent ?? this
  }

  /** A token comes to an element in it. */
  start(id: string): ModelElement {
    const element = new ModelElement(this.instance, id, this)
    this.children.add(element)
    return element
  }

  /** A token goes through an element in it that does nothing. */
  pass(id: string): void {
    this.instance.count(id, 'COMPLETED')
  }

  /** Does what may raise an incident, then goes on; when the incident is resolved, again. */
  attempt(phase: 'ACTIVATING' | 'COMPLETING', work: () => void, next: () => void): void {
    this.phase = phase
    try {
      work()
    } catch (error) {
      if (!(error instanceof ModelIncident)) throw error
      const retry = (): void => this.attempt(phase, work, next)
      this.incident = { element: this, errorType: error.errorType, job: null, retry }
      return
    }
    next()
  }

  /** A job of the element needs somebody. */
  raiseJobIncident(errorType: IncidentErrorType, job: ModelJob): void {
    this.incident = { element: this, errorType, job, retry: () => job.release() }
  }

  complete(): void {
    this.instance.count(this.id, 'COMPLETED')
    this.#end()
  }

  terminate(): void {
    this.terminateChildren()
    this.instance.count(this.id, 'TERMINATED')
    this.#end()
  }

  terminateChildren(): void {
    for (const child of this.children) child.terminate()
    this.arrived.clear()
    this.tokens = 0
  }

  /** A token in it has come to its end. */
  endToken(): void {
    this.tokens--
    if (this.tokens === 0) this.onDone()
  }

  read(name: string): Json {
    for (const scope of this.scopes()) {
      const value = scope.variables.get(name)
      if (value !== undefined) return value
    }
    return null
  }

  /** Sets each variable in the nearest scope that has it, else in the process. */
  propagate(variables: JsonObject): void {
    for (const [name, value] of Object.entries(variables)) {
      const owner = this.scopes().find((scope) => scope.variables.has(name))
      const scope = owner ?? this.instance.root
      scope.variables.set(name, value)
    }
  }

  /** All that it sees, the nearest first. */
  visibleVariables(): JsonObject {
    const entries = this.scopes()
      .toReversed()
      .flatMap(({ variables }) => [...variables])
    return Object.fromEntries(entries)
  }

  setLocal(variables: JsonObject): void {
    for (const [name, value] of Object.entries(variables)) this.variables.set(name, value)
  }

  /** Itself and what is around it, from the inside out. */
  scopes(): readonly ModelElement[] {
    return this.parent === null ? [this] : [this, ...this.parent.scopes()]
  }

  /** Itself and all that goes on in it. */
  *all(): Generator<ModelElement> {
    yield this
    for (const child of this.children) yield* child.all()
  }

  #end(): void {
    this.isLive = false
    this.job = null
    this.incident = null
    this.parent?.children.delete(this)
  }
}
