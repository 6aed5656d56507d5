import type { Environment as FeelEnvironment } from '@tenon/feel'
import type { Definition, Element } from './definition.ts'
import { IncidentError } from './incident-error.ts'
import type { InstanceState } from './instance-state.ts'
import { applyInputs, applyOutputs } from './mappings.ts'
import type { ElementInstance, Event, ProcessInstance } from './rows.ts'
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
  readonly #transitions: Transition[]

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
  run(): void {
    let done = 0
    while (done < this.#transitions.length && done < transitionsPerStepMax) {
      const transition = this.#transitions[done++]
      if (transition !== undefined) this.#perform(transition)
    }
    const workLeft = this.#transitions.slice(done)
    if (workLeft.length > 0 || this.processInstance.workLeft.length > 0) {
      this.changeProcessInstance({ workLeft })
    }
    if (workLeft.length === 0) this.#endWhenNothingIsLeft()
  }

  /** Starts an element; a boundary event's comes without a flow. */
  activateElement(element: Element): ElementInstance {
    const { key: processInstanceKey } = this.processInstance
    const row: ElementInstance = {
      key: this.environment.nextKey(),
      processInstanceKey,
      definitionKey: this.definition.key,
      scopeKey: processInstanceKey,
      elementId: element.model.id,
      type: element.model.type,
      phase: 'ACTIVATING',
      startedAt: this.environment.now,
      endedAt: null,
      incidentKey: null,
    }
    this.emit({ entity: 'elementInstance', row })
    return row
  }

  terminateElement(instance: ElementInstance): void {
    this.changeElement(instance, { phase: 'TERMINATED', endedAt: this.environment.now })
  }

  elementOf(instance: ElementInstance): Element {
    return this.element(instance.elementId)
  }

  element(id: string): Element {
    const element = this.definition.elements.get(id)
    if (element === undefined) throw new Error(`${this.definition.id} has no element ${id}`)
    return element
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
    if (transition.kind === 'TAKE_FLOW') return this.#takeFlow(transition.flowId)
    const instance = this.state.elements.get(transition.elementInstanceKey)
    if (instance === undefined) return
    try {
      if (transition.kind === 'ACTIVATE') this.#activate(instance)
      else this.#complete(instance)
    } catch (error) {
      if (!(error instanceof IncidentError)) throw error
      const phase = transition.kind === 'COMPLETE' ? 'COMPLETING' : instance.phase
      this.raiseIncident({ ...instance, phase }, error)
    }
  }

  #takeFlow(flowId: string): void {
    const flow = this.definition.flows.get(flowId)
    if (flow === undefined) throw new Error(`${this.definition.id} has no flow ${flowId}`)
    const target = this.element(flow.model.targetId)
    if (target.behavior.arrive?.(this, flow) === false) return
    const { key } = this.activateElement(target)
    this.#perform({ kind: 'ACTIVATE', elementInstanceKey: key })
  }

  #activate(instance: ElementInstance): void {
    const element = this.elementOf(instance)
    applyInputs(this, element, instance)
    if (element.behavior.activate !== undefined) element.behavior.activate(this, instance)
    else this.push({ kind: 'COMPLETE', elementInstanceKey: instance.key })
  }

  #complete(instance: ElementInstance): void {
    const element = this.elementOf(instance)
    const flows = element.behavior.leave?.(this, instance) ?? element.outgoing
    applyOutputs(this, element, instance)
    this.changeElement(instance, { phase: 'COMPLETED', endedAt: this.environment.now })
    for (const { model } of flows) this.push({ kind: 'TAKE_FLOW', flowId: model.id })
  }

  #endWhenNothingIsLeft(): void {
    if (this.processInstance.state !== 'ACTIVE' || this.state.elements.size > 0) return
    // A token that waits at a join for ever keeps its instance alive, as in Zeebe.
    if (this.state.arrivedFlows.size > 0) return
    this.changeProcessInstance({ state: 'COMPLETED', endedAt: this.environment.now })
  }
}
