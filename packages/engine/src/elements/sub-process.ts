import type { ElementBehavior } from '../core/element-behavior.ts'

/** Starts at its none start event, and completes when nothing goes on in it. */
export const subProcess: ElementBehavior = {
  activate: (step, instance) => {
    const { key } = step.changeElement(instance, { phase: 'ACTIVE' })
    const { noneStartId } = step.scope(key)
    const start = step.activateElement(step.element(noneStartId ?? ''), key)
    step.push({ kind: 'ACTIVATE', elementInstanceKey: start.key })
  },
}

/** Starts at the event that has happened, which is in it already. */
export const eventSubProcess: ElementBehavior = {
  activate: (step, instance) => {
    const { key } = step.changeElement(instance, { phase: 'ACTIVE' })
    for (const start of step.state.elements.of(key)) {
      step.push({ kind: 'ACTIVATE', elementInstanceKey: start.key })
    }
  },
}
