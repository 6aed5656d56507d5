import type { Step } from './step.ts'

/**
 * Starts the next instance of a multi-instance. One transition each, so that a long list is gone
 * through in many steps, and blocks nobody.
 */
export const startNext = (step: Step, bodyKey: number): void => {
  const loop = step.state.loops.get(bodyKey)
  const body = step.state.elements.get(bodyKey)
  if (loop === undefined || body === undefined) return
  const { inner, model } = step.elementOf(body)
  if (inner === null) return
  const started = loop.row.started + 1
  step.emit({ entity: 'loop', row: { ...loop.row, started } })
  const { key } = step.activateElement(inner, bodyKey, started)
  step.push({ kind: 'ACTIVATE', elementInstanceKey: key })
  const isParallel = model.multiInstance?.isSequential === false
  if (isParallel && started < loop.items.length)
    step.push({ kind: 'START_NEXT', scopeKey: bodyKey })
}
