import type { Environment as FeelEnvironment } from '@tenon/feel'
import type { Definition, Element, Flow, Scope } from './definition.ts'
import type { Effect } from './effect.ts'
import { IncidentError } from './incident-error.ts'
import type { InstanceState } from './instance-state.ts'
import { applyInputs, applyOutputs } from './mappings.ts'
import type { ElementInstance, Event, ProcessInstance } from './rows.ts'
import { terminateChildren } from './terminate.ts'
import { throwSignal } from './throw-signal.ts'
import { closeWaits, openWaits } from './waits.ts'
import type { Transition } from './transition.ts'

/** Transitions in one step; what is left is done in a next one, so that nobody is blocked. */
export const transitionsPerStepMax = 1_000

/** All that a step cannot know by itself, with what FEEL asks for. */
export interface Environment extends Required<FeelEnvironment> {
  readonly nextKey: () => number
}

/**
 * One command at work on one process instance. All change goes through `emit`; a step neither
 * reads nor writes anything but its state, and what is in its environment.
 */
export class Step {
  readonly state: InstanceState
  readonly definition: Definition
  readonly environment: Environment
  readonly events: Event[] = []
  readonly effects: Effect[] = []
  readonly #transitions: Transition[]
  /** How many of them are done. */
  #done = 0

  constructor(state: InstanceState, definition: Definition, environment: Environment) {
    this.state = state
    this.definition = definition
    this.environment = environment
    this.#transitions = [...(state.processInstance?.workLeft ?? [])]
  }

  get processInstance(): ProcessInstance {
    if (this.state.processInstance === undefined) throw new Error('No process instance yet')
    return this.state.processInstance
  }

  emit(event: Event): void {
    this.state.apply(event)
    this.events.push(event)
  }

  changeProcessInstance(changes: Partial<ProcessInstance>): void {
    this.emit({ entity: 'processInstance', row: { ...this.processInstance, ...changes } })
  }

  changeElement(instance: ElementInstance, changes: Partial<ElementInstance>): ElementInstance {
    const row = { ...instance, ...changes }
    this.emit({ entity: 'elementInstance', row })
    return row
  }

  push(transition: Transition): void {
    this.#transitions.push(transition)
  }

  /** Works through the transitions, first come first served, up to the budget. */
  run(transitionsMax = transitionsPerStepMax): void {
    const last = this.#done + transitionsMax
    while (this.#done < this.#transitions.length && this.#done < last) {
      const transition = this.#transitions[this.#done++]
      if (transition !== undefined) this.#perform(transition)
    }
    if (this.processInstance.state !== 'ACTIVE') return
    const workLeft = this.#transitions.slice(this.#done)
    if (workLeft.length > 0 || this.processInstance.workLeft.length > 0) {
      this.changeProcessInstance({ workLeft })
    }
  }

  /** Forgets the tokens that are on their way in a scope. */
  dropTokens(scopeKey: number): void {
    const left = this.#transitions.splice(this.#done)
    this.#transitions.push(...left.filter((transition) => !isTokenIn(transition, scopeKey)))
  }

  /** The flows that tokens are on in a scope. */
  *flowsTaken(scopeKey: number): Generator<string, undefined> {
    for (let at = this.#done; at < this.#transitions.length; at++) {
      const transition = this.#transitions[at]
      if (transition?.kind === 'TAKE_FLOW' && transition.scopeKey === scopeKey) {
        yield transition.flowId
      }
    }
  }

  /** Puts an element into a scope, and activates it at once. */
  enter(element: Element, scopeKey: number, loopCounter: number | null = null): void {
    this.begin(this.activateElement(element, scopeKey, loopCounter))
  }

  /** Has an element begin before any other token moves. */
  begin({ key }: ElementInstance): void {
    this.#perform({ kind: 'ACTIVATE', elementInstanceKey: key })
  }

  /** Puts an element into a scope. It is for the caller to let it begin. */
  activateElement(
    element: Element,
    scopeKey: number,
    loopCounter: number | null = null,
  ): ElementInstance {
    const row: ElementInstance = {
      key: this.environment.nextKey(),
      processInstanceKey: this.processInstance.key,
      definitionKey: this.definition.key,
      scopeKey,
      elementId: element.model.id,
      type: element.type,
      phase: 'ACTIVATING',
      startedAt: this.environment.now,
      endedAt: null,
      incidentKey: null,
      loopCounter,
    }
    this.emit({ entity: 'elementInstance', row })
    return row
  }

  elementOf(instance: ElementInstance): Element {
    const element = this.element(instance.elementId)
    return instance.type === 'MULTI_INSTANCE_BODY' ? element : (element.inner ?? element)
  }

  element(id: string): Element {
    const element = this.definition.elements.get(id)
    if (element === undefined) throw new Error(`${this.definition.id} has no element ${id}`)
    return element
  }

  flow(id: string): Flow {
    const flow = this.definition.flows.get(id)
    if (flow === undefined) throw new Error(`${this.definition.id} has no flow ${id}`)
    return flow
  }

  /** What is inside an element instance, or the process instance. */
  scope(scopeKey: number): Scope {
    const instance = this.state.elements.get(scopeKey)
    if (instance === undefined) return this.definition.scope
    return this.elementOf(instance).scope ?? noScope
  }

  /** The events that can happen to an element instance, or to the process instance. */
  eventsAt(hostKey: number): readonly Element[] {
    const instance = this.state.elements.get(hostKey)
    return [...this.eventsIn(hostKey), ...(instance === undefined ? [] : this.eventsOf(instance))]
  }

  /** Those that it waits for itself, without its event sub-processes. */
  eventsOf(instance: ElementInstance): readonly Element[] {
    const element = this.elementOf(instance)
    return element.eventIds.map((id) => (id === instance.elementId ? element : this.element(id)))
  }

  /** The start events of the event sub-processes in an element instance, or the process instance. */
  eventsIn(scopeKey: number): readonly Element[] {
    return this.scope(scopeKey).eventSubProcessStartIds.map((id) => this.element(id))
  }

  /** Ends the process instance, in which nothing goes on any more. */
  end(state: 'COMPLETED' | 'TERMINATED'): void {
    this.changeProcessInstance({ state, endedAt: this.environment.now, workLeft: [] })
    const { correlationKey } = this.processInstance
    if (correlationKey === null) return
    const processDefinitionId = this.definition.id
    this.effects.push({ kind: 'CORRELATION_KEY_FREED', processDefinitionId, correlationKey })
  }

  raiseIncident(
    instance: ElementInstance,
    { errorType, message }: Pick<IncidentError, 'errorType' | 'message'>,
    jobKey: number | null = null,
  ): void {
    const key = this.environment.nextKey()
    const { processInstanceKey, elementId } = instance
    this.emit({
      entity: 'incident',
      row: {
        key,
        processInstanceKey,
        definitionKey: this.definition.key,
        elementInstanceKey: instance.key,
        elementId,
        jobKey,
        errorType,
        errorMessage: message,
        createdAt: this.environment.now,
        resolvedAt: null,
      },
    })
    this.changeElement(instance, { incidentKey: key })
    this.changeProcessInstance({ incidentCount: this.processInstance.incidentCount + 1 })
  }

  #perform(transition: Transition): void {
    if (transition.kind === 'TAKE_FLOW') return this.#takeFlow(transition)
    if (transition.kind === 'START') return this.#start(transition.scopeKey)
    const instance = this.state.elements.get(transition.elementInstanceKey)
    if (instance === undefined) return
    try {
      if (transition.kind === 'ACTIVATE') this.#activate(instance)
      else if (transition.kind === 'COMPLETE') this.#complete(instance)
      else throwSignal(this, instance, transition.signalName)
    } catch (error) {
      if (!(error instanceof IncidentError)) throw error
      const phase = transition.kind === 'COMPLETE' ? 'COMPLETING' : instance.phase
      // What could not start waits for nothing; it begins anew when the incident is resolved.
      if (transition.kind === 'ACTIVATE') closeWaits(this, instance.key)
      else if (isStart(instance))
        closeWaits(this, instance.scopeKey, this.eventsAt(instance.scopeKey))
      this.raiseIncident({ ...instance, phase }, error)
    }
  }

  #takeFlow({ flowId, scopeKey }: TakeFlow): void {
    const flow = this.flow(flowId)
    const target = this.element(flow.model.targetId)
    if (target.behavior.arrive?.(this, flow, scopeKey) === false) return
    this.enter(target, scopeKey)
  }

  #start(scopeKey: number): void {
    const scope = this.state.elements.get(scopeKey)
    if (scope !== undefined) this.elementOf(scope).behavior.start?.(this, scope)
  }

  #activate(instance: ElementInstance): void {
    const element = this.elementOf(instance)
    const around = this.state.elements.get(instance.scopeKey)
    if (around !== undefined) {
      this.elementOf(around).behavior.activateChild?.(this, around, instance)
    }
    applyInputs(this, element, instance)
    if (element.scope === null) openWaits(this, instance.key, this.eventsOf(instance))
    if (element.behavior.activate !== undefined) element.behavior.activate(this, instance)
    else if (element.behavior.isInstant === true) this.#complete(instance)
    else this.push({ kind: 'COMPLETE', elementInstanceKey: instance.key })
  }

  #complete(instance: ElementInstance): void {
    const element = this.elementOf(instance)
    element.behavior.complete?.(this, instance)
    const flows = element.behavior.leave?.(this, instance) ?? element.outgoing
    applyOutputs(this, element, instance)
    const { scopeKey } = instance
    // As in Zeebe, where a scope waits for events as soon as its start event completes.
    if (isStart(instance)) openWaits(this, scopeKey, this.eventsAt(scopeKey))
    const isLast = this.#isLast(instance)
    closeWaits(this, instance.key)
    this.changeElement(instance, { phase: 'COMPLETED', endedAt: this.environment.now })
    for (const { model } of flows) this.push({ kind: 'TAKE_FLOW', flowId: model.id, scopeKey })
    if (isLast) terminateChildren(this, scopeKey)
    if (flows.length === 0) this.#endScope(scopeKey)
  }

  #isLast(instance: ElementInstance): boolean {
    const around = this.state.elements.get(instance.scopeKey)
    if (around === undefined) return false
    return this.elementOf(around).behavior.completeChild?.(this, around, instance) ?? false
  }

  /** Ends a scope when nothing goes on in it. */
  #endScope(scopeKey: number): void {
    if (this.state.elements.hasAny(scopeKey)) return
    // A token that waits at a join for ever keeps its scope alive, as in Zeebe.
    if (this.state.arrivedFlows.has(scopeKey) || this.#hasTokens(scopeKey)) return
    if (scopeKey !== this.processInstance.key) {
      this.push({ kind: 'COMPLETE', elementInstanceKey: scopeKey })
    } else {
      closeWaits(this, scopeKey)
      this.end('COMPLETED')
    }
  }

  #hasTokens(scopeKey: number): boolean {
    for (let at = this.#done; at < this.#transitions.length; at++) {
      const transition = this.#transitions[at]
      if (transition !== undefined && isTokenIn(transition, scopeKey)) return true
    }
    return false
  }
}

const isStart = ({ type }: ElementInstance): boolean => type === 'START_EVENT'

const noScope: Scope = { noneStartId: null, eventSubProcessStartIds: [] }

type TakeFlow = Extract<Transition, { readonly kind: 'TAKE_FLOW' }>

const isTokenIn = (transition: Transition, scopeKey: number): boolean =>
  'scopeKey' in transition && transition.scopeKey === scopeKey
