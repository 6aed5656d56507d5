import type { ElementInstance } from '@tenon/orchestration'
import { requestState, type RequestState } from '../request-state.ts'

/** How many passes through an element stand where. */
export type ElementProgress = Readonly<Record<RequestState, number>>

const none: ElementProgress = { running: 0, completed: 0, cancelled: 0, incident: 0 }

/** The progress of each element that was entered, by element id. */
export const progressByElement = (
  instances: readonly Pick<ElementInstance, 'elementId' | 'state' | 'hasIncident'>[],
): ReadonlyMap<string, ElementProgress> => {
  const progress = new Map<string, ElementProgress>()
  for (const instance of instances) {
    const state = requestState(instance)
    const before = progress.get(instance.elementId) ?? none
    progress.set(instance.elementId, { ...before, [state]: before[state] + 1 })
  }
  return progress
}
