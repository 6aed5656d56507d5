import type { Entity } from './entities.ts'

const instanceStates = ['ACTIVE', 'COMPLETED', 'TERMINATED'] as const

/**
 * The values that Camunda 8.9 knows of each `enum` field. It is more than Tenon's items have: a
 * client may ask for what there is none of.
 */
export const enumerations: Partial<
  Readonly<Record<Entity, Readonly<Record<string, readonly string[]>>>>
> = {
  'process-definitions': { state: ['ACTIVE', 'DRAINING', 'DELETED'] },
  'process-instances': { state: instanceStates },
  'element-instances': {
    state: instanceStates,
    type: [
      'UNSPECIFIED',
      'PROCESS',
      'SUB_PROCESS',
      'EVENT_SUB_PROCESS',
      'AD_HOC_SUB_PROCESS',
      'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
      'START_EVENT',
      'INTERMEDIATE_CATCH_EVENT',
      'INTERMEDIATE_THROW_EVENT',
      'BOUNDARY_EVENT',
      'END_EVENT',
      'SERVICE_TASK',
      'RECEIVE_TASK',
      'USER_TASK',
      'MANUAL_TASK',
      'TASK',
      'EXCLUSIVE_GATEWAY',
      'INCLUSIVE_GATEWAY',
      'PARALLEL_GATEWAY',
      'EVENT_BASED_GATEWAY',
      'SEQUENCE_FLOW',
      'MULTI_INSTANCE_BODY',
      'CALL_ACTIVITY',
      'BUSINESS_RULE_TASK',
      'SCRIPT_TASK',
      'SEND_TASK',
      'UNKNOWN',
    ],
  },
  jobs: {
    state: [
      'CREATED',
      'COMPLETED',
      'FAILED',
      'RETRIES_UPDATED',
      'TIMED_OUT',
      'ERROR_THROWN',
      'CANCELED',
      'MIGRATED',
    ],
    kind: ['BPMN_ELEMENT', 'EXECUTION_LISTENER', 'TASK_LISTENER', 'AD_HOC_SUB_PROCESS'],
    listenerEventType: [
      'UNSPECIFIED',
      'START',
      'END',
      'CREATING',
      'ASSIGNING',
      'UPDATING',
      'COMPLETING',
      'CANCELING',
    ],
  },
  'message-subscriptions': {
    messageSubscriptionState: ['CREATED', 'CORRELATED', 'DELETED', 'MIGRATED'],
  },
  incidents: {
    state: ['ACTIVE', 'PENDING', 'RESOLVED', 'MIGRATED', 'UNKNOWN'],
    errorType: [
      'AD_HOC_SUB_PROCESS_NO_RETRIES',
      'CALLED_DECISION_ERROR',
      'CALLED_ELEMENT_ERROR',
      'CONDITION_ERROR',
      'DECISION_EVALUATION_ERROR',
      'EXECUTION_LISTENER_NO_RETRIES',
      'EXTRACT_VALUE_ERROR',
      'FORM_NOT_FOUND',
      'IO_MAPPING_ERROR',
      'JOB_NO_RETRIES',
      'MESSAGE_SIZE_EXCEEDED',
      'RESOURCE_NOT_FOUND',
      'TASK_LISTENER_NO_RETRIES',
      'UNHANDLED_ERROR_EVENT',
      'UNKNOWN',
      'UNSPECIFIED',
    ],
  },
}
