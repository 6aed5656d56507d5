import type { BoundaryEvent, StartEvent } from '@tenon/bpmn'
import type { JsonObject } from '@tenon/orchestration'
import type { Element } from './definition.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { terminateChildren, terminateElement } from './terminate.ts'
import { propagate, setLocal, setResult } from './variables.ts'
import { closeWaits } from './waits.ts'

/**
 * An event that can happen to an activity, to a scope that has its event sub-process, to a gateway
 * that leads to it, or to an element that waits for it itself.
 */
export interface EventAt {
  /** The element instance that waits for it, or the process instance. */
  readonly hostKey: number
  readonly event: Element
}

/** Goes on at the event, which gets the variables as its own. */
export const triggerEvent = (
  step: Step,
  { hostKey, event }: EventAt,
  variables: JsonObject,
): void => {
  const { model } = event
  if (model.type === 'BOUNDARY_EVENT') {
    const instance = step.activateElement(event, leaveHost(step, hostKey, model))
    setLocal(step, instance.key, variables)
    step.begin(instance)
  } else if (model.type === 'START_EVENT') {
    const eventSubProcess = enterEventSubProcess(step, hostKey, model)
    // Its sub-process sends it off, once it has its inputs.
    const instance = step.activateElement(event, eventSubProcess.key)
    setLocal(step, instance.key, variables)
    step.push({ kind: 'ACTIVATE', elementInstanceKey: eventSubProcess.key })
  } else {
    const host = requireHost(step, hostKey)
    if (host.elementId !== model.id) return leaveGateway(step, host, event, variables)
    setResult(step, host, variables)
    step.push({ kind: 'COMPLETE', elementInstanceKey: host.key })
  }
}

/** The event completes without waiting once more. */
const leaveGateway = (
  step: Step,
  host: ElementInstance,
  event: Element,
  variables: JsonObject,
): void => {
  closeWaits(step, host.key)
  step.push({ kind: 'COMPLETE', elementInstanceKey: host.key })
  const instance = step.activateElement(event, host.scopeKey)
  setLocal(step, instance.key, variables)
  if (event.outputs.size === 0) propagate(step, host.scopeKey, variables)
  step.push({ kind: 'COMPLETE', elementInstanceKey: instance.key })
}

/** The scope to go on in. */
const leaveHost = (step: Step, hostKey: number, { isInterrupting }: BoundaryEvent): number => {
  const host = requireHost(step, hostKey)
  if (isInterrupting) terminateElement(step, host)
  return host.scopeKey
}

const requireHost = (step: Step, hostKey: number): ElementInstance => {
  const host = step.state.elements.get(hostKey)
  if (host === undefined) throw new Error(`No element instance ${hostKey} waits for an event`)
  return host
}

const enterEventSubProcess = (
  step: Step,
  scopeKey: number,
  { parentId, isInterrupting }: StartEvent,
): ElementInstance => {
  if (isInterrupting) terminateChildren(step, scopeKey)
  return step.activateElement(step.element(parentId ?? ''), scopeKey)
}

/** Whether an event sub-process has ended what else went on in the scope. */
export const isInterrupted = (step: Step, scopeKey: number): boolean => {
  const active = new Set(step.state.elements.of(scopeKey).map(({ elementId }) => elementId))
  return step
    .eventsIn(scopeKey)
    .some(
      ({ model }) =>
        model.type === 'START_EVENT' && model.isInterrupting && active.has(model.parentId ?? ''),
    )
}
