import { OrchestrationError } from '@tenon/orchestration'
import type { Job } from '../core/rows.ts'
import type { Step } from '../core/step.ts'
import { toKey } from '../keys.ts'
import type { Transaction } from '../storage/transaction.ts'

/** A step on the process instance of an open job. Throws `NOT_FOUND`. */
export const stepOnJob = (
  transaction: Transaction,
  jobKey: string,
): { readonly step: Step; readonly job: Job } => {
  const key = toKey(jobKey)
  const owned = transaction.find.job(key)
  if (owned === undefined) throw notFound(jobKey)
  const step = activeStep(transaction, owned.processInstanceKey, jobKey)
  const job = step.state.jobs.get(key)
  if (job === undefined) throw notFound(jobKey)
  return { step, job }
}

const activeStep = (transaction: Transaction, instanceKey: number, jobKey: string): Step => {
  try {
    return transaction.step(instanceKey)
  } catch (error) {
    if (error instanceof OrchestrationError) throw notFound(jobKey)
    throw error
  }
}

const notFound = (jobKey: string): OrchestrationError =>
  new OrchestrationError(
    'NOT_FOUND',
    `No open job ${jobKey} exists: it was completed or cancelled, or the key is wrong.`,
  )
