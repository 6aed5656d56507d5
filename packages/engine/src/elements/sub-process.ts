import type { ElementBehavior } from '../core/element-behavior.ts'

/** Starts at its none start event, and completes when nothing goes on in it. */
export const subProcess: ElementBehavior = {
  activate: (step, instance) => {
    const { key } = step.changeElement(instance, { phase: 'ACTIVE' })
    step.push({ kind: 'START', scopeKey: key })
  },
  start: (step, { key }) => step.enter(step.element(step.scope(key).noneStartId ?? ''), key),
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
