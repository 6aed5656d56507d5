import type { BoundaryEvent, StartEvent } from '@tenon/bpmn'
import type { JsonObject } from '@tenon/orchestration'
import type { Element } from './definition.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { terminateChildren, terminateElement } from './terminate.ts'
import { setLocal } from './variables.ts'

/** An event that can happen to an activity, or to a scope that has its event sub-process. */
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
  }
}

/** The scope to go on in. */
const leaveHost = (step: Step, hostKey: number, { isInterrupting }: BoundaryEvent): number => {
  const host = step.state.elements.get(hostKey)
  if (host === undefined) throw new Error(`No element instance ${hostKey} waits for an event`)
  if (isInterrupting) terminateElement(step, host)
  return host.scopeKey
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
export const isInterrupted = (step: Step, scopeKey: number): boolean =>
  step.state.elements.of(scopeKey).some((instance) => {
    if (instance.type !== 'EVENT_SUB_PROCESS') return false
    const { eventSubProcessStartIds } = step.scope(scopeKey)
    return eventSubProcessStartIds.some((id) => {
      const { model } = step.element(id)
      return (
        model.type === 'START_EVENT' &&
        model.parentId === instance.elementId &&
        model.isInterrupting
      )
    })
  })
