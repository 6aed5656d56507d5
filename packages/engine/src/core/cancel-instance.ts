import type { Step } from './step.ts'
import { terminateChildren } from './terminate.ts'

/** Ends the instance with all that is in it. */
export const cancelInstance = (step: Step): void => {
  terminateChildren(step, step.processInstance.key)
  step.end('TERMINATED')
}
