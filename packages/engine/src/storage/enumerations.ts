import type { ElementType, IncidentErrorType, InstanceState, JobState } from '@tenon/orchestration'

// What the columns of these names hold.

export const elementTypes = [
  ...(['START_EVENT', 'END_EVENT', 'SERVICE_TASK'] as const),
  ...([
    'EXCLUSIVE_GATEWAY',
    'PARALLEL_GATEWAY',
    'INCLUSIVE_GATEWAY',
    'EVENT_BASED_GATEWAY',
  ] as const),
  ...(['BOUNDARY_EVENT', 'INTERMEDIATE_CATCH_EVENT', 'INTERMEDIATE_THROW_EVENT'] as const),
  ...(['RECEIVE_TASK', 'SEND_TASK', 'SCRIPT_TASK', 'BUSINESS_RULE_TASK', 'USER_TASK'] as const),
  ...(['MANUAL_TASK', 'TASK', 'SUB_PROCESS', 'EVENT_SUB_PROCESS', 'CALL_ACTIVITY'] as const),
  'MULTI_INSTANCE_BODY',
] satisfies readonly ElementType[]

export const incidentErrorTypes = [
  ...(['CONDITION_ERROR', 'EXTRACT_VALUE_ERROR', 'IO_MAPPING_ERROR'] as const),
  ...(['JOB_NO_RETRIES', 'UNHANDLED_ERROR_EVENT'] as const),
] satisfies readonly IncidentErrorType[]

export const instanceStates = [
  ...(['ACTIVE', 'COMPLETED', 'TERMINATED'] as const),
] satisfies readonly InstanceState[]

export const subscriptionStates = ['CREATED', 'CORRELATED', 'DELETED'] as const

/** As the wire has them; the tables tell them in other words. */
export const jobStateNames = [
  ...(['CREATED', 'FAILED', 'RETRIES_UPDATED'] as const),
  ...(['COMPLETED', 'ERROR_THROWN', 'CANCELED'] as const),
] satisfies readonly JobState[]
