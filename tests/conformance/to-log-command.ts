import type { Command } from './tested-engine.ts'
import type { LogCommand } from './zeebe-log.ts'

/** A command as Zeebe's gateway writes it into the log. */
export const toLogCommand = ({ step, key: text }: Command): LogCommand => {
  // Zeebe's keys are small enough for numbers.
  const key = Number(text)
  switch (step.kind) {
    case 'create': {
      const value = { bpmnProcessId: step.process, variables: step.variables }
      return { valueType: 'PROCESS_INSTANCE_CREATION', intent: 'CREATE', value }
    }
    case 'cancel':
      return { valueType: 'PROCESS_INSTANCE', intent: 'CANCEL', key, value: {} }
    case 'resolveIncident':
      return { valueType: 'INCIDENT', intent: 'RESOLVE', key, value: {} }
    case 'activateJobs': {
      const lease = { worker: 'worker', timeout: 60_000, maxJobsToActivate: 100 }
      return { valueType: 'JOB_BATCH', intent: 'ACTIVATE', value: { type: step.type, ...lease } }
    }
    case 'completeJob':
      return { valueType: 'JOB', intent: 'COMPLETE', key, value: { variables: step.variables } }
    case 'failJob': {
      const { retries, backOffMs: retryBackoff, variables } = step
      const value = { retries, retryBackoff, errorMessage: 'failed', variables }
      return { valueType: 'JOB', intent: 'FAIL', key, value }
    }
    case 'updateRetries':
      return { valueType: 'JOB', intent: 'UPDATE_RETRIES', key, value: { retries: step.retries } }
    case 'throwError': {
      const { code: errorCode, variables } = step
      const value = { errorCode, errorMessage: 'thrown', variables }
      return { valueType: 'JOB', intent: 'THROW_ERROR', key, value }
    }
    case 'setVariables': {
      const updateSemantics = step.isLocal ? 'LOCAL' : 'PROPAGATE'
      const value = { scopeKey: key, updateSemantics, variables: step.variables }
      return { valueType: 'VARIABLE_DOCUMENT', intent: 'UPDATE', value }
    }
    case 'publishMessage': {
      const { name, correlationKey, variables, timeToLiveMs: timeToLive, messageId } = step
      const value = { name, correlationKey, variables, timeToLive, messageId }
      return { valueType: 'MESSAGE', intent: 'PUBLISH', value }
    }
    case 'correlateMessage': {
      const { name, correlationKey, variables } = step
      const value = { name, correlationKey, variables }
      return { valueType: 'MESSAGE_CORRELATION', intent: 'CORRELATE', value }
    }
    case 'broadcastSignal': {
      const value = { signalName: step.name, variables: step.variables }
      return { valueType: 'SIGNAL', intent: 'BROADCAST', value }
    }
    case 'assignUserTask': {
      const value = { assignee: step.assignee, action: 'assign' }
      return { valueType: 'USER_TASK', intent: 'ASSIGN', key, value }
    }
    case 'completeUserTask': {
      const value = { variables: step.variables, action: 'complete' }
      return { valueType: 'USER_TASK', intent: 'COMPLETE', key, value }
    }
    case 'advance':
      throw new Error('The clock is no command of the log.')
  }
}
