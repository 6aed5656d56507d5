import type { Step } from '../core/step.ts'
import { Transaction } from '../storage/transaction.ts'

// What tests outside of this package see of an engine's inside.

export { InstanceState } from '../core/instance-state.ts'
export type { ElementInstance, Event, Incident, Job } from '../core/rows.ts'
export type { Step } from '../core/step.ts'
export { RowReader } from '../storage/row-reader.ts'

/** Calls back with the steps of each commit of any engine in this process; returns how to stop. */
export const observeCommits = (onCommitted: (steps: readonly Step[]) => void): (() => void) => {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its `this`
  const { commit } = Transaction.prototype
  Transaction.prototype.commit = function observed(this: Transaction) {
    const steps = commit.call(this)
    onCommitted(steps)
    return steps
  }
  return () => {
    Transaction.prototype.commit = commit
  }
}
