/**
 * What can be searched: each entity's items as on the wire, and the fields by which they are
 * filtered and sorted (Camunda 8.9's Orchestration Cluster REST API).
 */

export interface SearchItems {
  'process-definitions': ProcessDefinition
  'process-instances': ProcessInstance
  'element-instances': ElementInstance
  incidents: Incident
  jobs: JobSearchResult
  'message-subscriptions': MessageSubscription
  variables: Variable
}
/** What can be searched, as it is called in a path. */
export type Entity = keyof SearchItems

/** A version of a process. */
export interface ProcessDefinition {
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly name: string | null
  readonly resourceName: string
  readonly version: number
  readonly versionTag: string | null
  readonly tenantId: string
  readonly hasStartForm: boolean
  readonly state: 'ACTIVE'
}

/** Where a process instance or an element instance stands. */
export type InstanceState = 'ACTIVE' | 'COMPLETED' | 'TERMINATED'

/** A process that runs or ran. */
export interface ProcessInstance {
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly processDefinitionName: string | null
  readonly processDefinitionVersion: number
  readonly processDefinitionVersionTag: string | null
  readonly parentProcessInstanceKey: string | null
  readonly parentElementInstanceKey: string | null
  readonly rootProcessInstanceKey: string | null
  readonly startDate: string
  readonly endDate: string | null
  readonly state: InstanceState
  readonly hasIncident: boolean
  readonly tenantId: string
  readonly tags: readonly string[]
  readonly businessId: string | null
}

/** The elements that Tenon runs. */
export type ElementType =
  | 'START_EVENT'
  | 'END_EVENT'
  | 'SERVICE_TASK'
  | 'EXCLUSIVE_GATEWAY'
  | 'PARALLEL_GATEWAY'
  | 'BOUNDARY_EVENT'
  | 'SUB_PROCESS'
  | 'EVENT_SUB_PROCESS'
  | 'CALL_ACTIVITY'
  | 'MULTI_INSTANCE_BODY'
  | 'INTERMEDIATE_CATCH_EVENT'
  | 'INTERMEDIATE_THROW_EVENT'
  | 'RECEIVE_TASK'
  | 'SEND_TASK'
  | 'SCRIPT_TASK'
  | 'BUSINESS_RULE_TASK'
  | 'USER_TASK'
  | 'MANUAL_TASK'
  | 'TASK'
  | 'INCLUSIVE_GATEWAY'
  | 'EVENT_BASED_GATEWAY'

/** One pass through an element. */
export interface ElementInstance {
  readonly elementInstanceKey: string
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly elementId: string
  readonly elementName: string | null
  readonly type: ElementType
  readonly state: InstanceState
  readonly hasIncident: boolean
  readonly incidentKey: string | null
  readonly tenantId: string
  readonly startDate: string
  readonly endDate: string | null
  readonly rootProcessInstanceKey: string | null
}

/** Why an incident was raised. */
export type IncidentErrorType =
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'UNHANDLED_ERROR_EVENT'

/** A problem that waits to be resolved. */
export interface Incident {
  readonly incidentKey: string
  readonly errorType: IncidentErrorType
  readonly errorMessage: string
  readonly state: 'ACTIVE' | 'RESOLVED'
  readonly creationTime: string
  readonly elementId: string
  readonly elementInstanceKey: string
  readonly jobKey: string | null
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly tenantId: string
  readonly rootProcessInstanceKey: string | null
}

/** Where a job stands: what happened to it last. */
export type JobState =
  'CREATED' | 'FAILED' | 'RETRIES_UPDATED' | 'COMPLETED' | 'ERROR_THROWN' | 'CANCELED'

/** A job as a search finds it; `Job` is the same to those who work on it. */
export interface JobSearchResult {
  readonly jobKey: string
  readonly type: string
  readonly worker: string
  readonly state: JobState
  readonly kind: 'BPMN_ELEMENT'
  readonly listenerEventType: 'UNSPECIFIED'
  /** Those left. */
  readonly retries: number
  /** Also while one is tried again. */
  readonly hasFailedWithRetriesLeft: boolean
  /** When it can be handed out again: the end of its lease, or of its back-off. */
  readonly deadline: string | null
  readonly creationTime: string | null
  /** Only known of a job that has ended. */
  readonly lastUpdateTime: string | null
  readonly endTime: string | null
  /** Of the error that was thrown. */
  readonly errorCode: string | null
  /** Of the last attempt that failed; it stays when a later one succeeds. */
  readonly errorMessage: string | null
  readonly isDenied: boolean | null
  readonly deniedReason: string | null
  readonly customHeaders: Readonly<Record<string, string>>
  readonly elementId: string
  readonly elementInstanceKey: string
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly tenantId: string
  readonly rootProcessInstanceKey: string | null
}

/** What an instance waits for, or has waited for; nothing of what starts processes. */
export interface MessageSubscription {
  readonly messageSubscriptionKey: string
  /** One that goes on waiting stays CREATED. */
  readonly messageSubscriptionState: 'CREATED' | 'CORRELATED' | 'DELETED'
  readonly messageName: string
  readonly correlationKey: string
  readonly lastUpdatedDate: string
  /** The event. */
  readonly elementId: string
  /** What the event happens to; the process instance, where that is the process. */
  readonly elementInstanceKey: string
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly tenantId: string
  readonly rootProcessInstanceKey: string | null
}

/** A variable in the scope of a process instance or of an element instance. */
export interface Variable {
  readonly variableKey: string
  readonly name: string
  /** JSON text. */
  readonly value: string
  readonly scopeKey: string
  readonly processInstanceKey: string
  readonly isTruncated: boolean
  readonly tenantId: string
  readonly rootProcessInstanceKey: string | null
}

/** By what, and how, an entity is filtered and sorted. */
export interface Field {
  readonly kind: 'string' | 'integer' | 'date' | 'key' | 'enum' | 'boolean'
  /** How it can be filtered: not at all, by a plain value, or with operators too. */
  readonly filter: 'none' | 'equality' | 'operators'
  readonly sort: boolean
}

const field = (kind: Field['kind'], filter: Field['filter'] = 'operators', sort = true): Field => ({
  kind,
  filter,
  sort,
})

/** The fields of each entity; the first is its key. */
export const entities: Readonly<Record<Entity, Readonly<Record<string, Field>>>> = {
  'process-definitions': {
    processDefinitionKey: field('key', 'equality'),
    processDefinitionId: field('string'),
    name: field('string'),
    resourceName: field('string', 'equality'),
    version: field('integer', 'equality'),
    versionTag: field('string', 'equality'),
    tenantId: field('string', 'equality'),
    isLatestVersion: field('boolean', 'equality', false),
    hasStartForm: field('boolean', 'equality', false),
    state: field('enum', 'equality', false),
  },
  'process-instances': {
    processInstanceKey: field('key'),
    processDefinitionKey: field('key'),
    processDefinitionId: field('string'),
    processDefinitionName: field('string'),
    processDefinitionVersion: field('integer'),
    processDefinitionVersionTag: field('string'),
    parentProcessInstanceKey: field('key'),
    parentElementInstanceKey: field('key'),
    startDate: field('date'),
    endDate: field('date'),
    state: field('enum'),
    hasIncident: field('boolean', 'equality'),
    tenantId: field('string'),
    businessId: field('string'),
  },
  'element-instances': {
    elementInstanceKey: field('key', 'equality'),
    processInstanceKey: field('key', 'equality'),
    processDefinitionKey: field('key', 'equality'),
    processDefinitionId: field('string', 'equality'),
    elementId: field('string', 'equality'),
    elementName: field('string', 'equality'),
    type: field('enum', 'equality'),
    state: field('enum'),
    hasIncident: field('boolean', 'equality', false),
    incidentKey: field('key', 'equality'),
    tenantId: field('string', 'equality'),
    startDate: field('date'),
    endDate: field('date'),
    elementInstanceScopeKey: field('key', 'equality', false),
  },
  incidents: {
    incidentKey: field('key'),
    errorType: field('enum'),
    errorMessage: field('string', 'operators', false),
    state: field('enum'),
    creationTime: field('date'),
    elementId: field('string'),
    elementInstanceKey: field('key'),
    jobKey: field('key'),
    processInstanceKey: field('key'),
    processDefinitionKey: field('key'),
    processDefinitionId: field('string'),
    tenantId: field('string'),
  },
  jobs: {
    jobKey: field('key'),
    type: field('string'),
    worker: field('string'),
    state: field('enum'),
    kind: field('enum'),
    listenerEventType: field('enum'),
    retries: field('integer'),
    deadline: field('date'),
    creationTime: field('date', 'operators', false),
    lastUpdateTime: field('date', 'operators', false),
    endTime: field('date'),
    errorCode: field('string'),
    errorMessage: field('string'),
    hasFailedWithRetriesLeft: field('boolean', 'equality'),
    isDenied: field('boolean', 'equality'),
    deniedReason: field('string'),
    elementId: field('string'),
    elementInstanceKey: field('key'),
    processInstanceKey: field('key'),
    processDefinitionKey: field('key'),
    processDefinitionId: field('string'),
    tenantId: field('string'),
  },
  'message-subscriptions': {
    messageSubscriptionKey: field('key'),
    messageSubscriptionState: field('enum'),
    messageName: field('string'),
    correlationKey: field('string'),
    lastUpdatedDate: field('date'),
    elementId: field('string'),
    elementInstanceKey: field('key'),
    processInstanceKey: field('key'),
    processDefinitionKey: field('key', 'operators', false),
    processDefinitionId: field('string'),
    tenantId: field('string'),
  },
  variables: {
    variableKey: field('key'),
    name: field('string'),
    value: field('string'),
    scopeKey: field('key'),
    processInstanceKey: field('key'),
    isTruncated: field('boolean', 'equality', false),
    tenantId: field('string', 'equality'),
  },
}
