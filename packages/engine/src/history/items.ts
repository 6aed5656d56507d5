import {
  parseJson,
  type ElementInstance,
  type Entity,
  type Incident,
  type InstanceState,
  type JobSearchResult,
  type MessageSubscription,
  type ProcessDefinition,
  type ProcessInstance,
  type SearchItems,
  type Variable,
} from '@tenon/orchestration'
import { showSecretReferences } from '@tenon/orchestration/secret-seal'
import {
  integer,
  integerOrNull,
  oneOf,
  text,
  textOrNull,
  type Columns,
} from '../storage/columns.ts'
import {
  elementTypes,
  incidentErrorTypes,
  instanceStates,
  jobStateNames,
  subscriptionStates,
} from '../storage/enumerations.ts'
import { searchField } from './search-fields.ts'

/** What is selected for each item. */
export const itemColumns: Readonly<Record<Entity, string>> = {
  'process-definitions': 'key, id, version, name, version_tag, resource_name',
  'process-instances': `process_instance.key, process_instance.process_definition_key, state,
    started_at, ended_at, incident_count, tags,
    id AS definition_id, name, version, version_tag`,
  'element-instances': `element_instance.key, process_instance_key,
    element_instance.process_definition_key, element_id, element.name, type, phase,
    started_at, ended_at, incident_key, process_definition.id AS definition_id`,
  incidents: `incident.key, process_instance_key, process_definition_key, element_instance_key,
    element_id, job_key, error_type, error_message, created_at, resolved_at,
    process_definition.id AS definition_id`,
  jobs: `job.key, job.process_instance_key, job.element_instance_key,
    element_instance.process_definition_key, element_instance.element_id, job.type,
    job.worker, job.retries, job.due_at, job.created_at, job.ended_at, job.error_code,
    job.error_message, process_definition.id AS definition_id,
    ${searchField('jobs', 'state').value} AS shown_state,
    ${searchField('jobs', 'hasFailedWithRetriesLeft').value} AS failed_with_retries_left`,
  'message-subscriptions': `message_subscription.key, message_subscription.state,
    message_subscription.name, message_subscription.correlation_key, created_at,
    message_subscription.ended_at, element_id, host_key, process_instance_key,
    process_instance.process_definition_key, process_definition.id AS definition_id`,
  variables: 'key, process_instance_key, scope_key, name, value',
}

/** Reads an item from its columns. */
export const itemReaders: { readonly [E in Entity]: (columns: Columns) => SearchItems[E] } = {
  'process-definitions': (columns) => toProcessDefinition(columns),
  'process-instances': (columns) => toProcessInstance(columns),
  'element-instances': (columns) => toElementInstance(columns),
  incidents: (columns) => toIncident(columns),
  jobs: (columns) => toJob(columns),
  'message-subscriptions': (columns) => toMessageSubscription(columns),
  variables: (columns) => toVariable(columns),
}

const tenantId = '<default>'

const toProcessDefinition = (columns: Columns): ProcessDefinition => ({
  processDefinitionKey: key(columns, 'key'),
  processDefinitionId: text(columns, 'id'),
  name: textOrNull(columns, 'name'),
  resourceName: text(columns, 'resource_name'),
  version: integer(columns, 'version'),
  versionTag: textOrNull(columns, 'version_tag'),
  tenantId,
  hasStartForm: false,
  state: 'ACTIVE',
})

const toProcessInstance = (columns: Columns): ProcessInstance => ({
  processInstanceKey: key(columns, 'key'),
  processDefinitionKey: key(columns, 'process_definition_key'),
  processDefinitionId: text(columns, 'definition_id'),
  processDefinitionName: textOrNull(columns, 'name'),
  processDefinitionVersion: integer(columns, 'version'),
  processDefinitionVersionTag: textOrNull(columns, 'version_tag'),
  parentProcessInstanceKey: null,
  parentElementInstanceKey: null,
  rootProcessInstanceKey: key(columns, 'key'),
  startDate: date(columns, 'started_at'),
  endDate: dateOrNull(columns, 'ended_at'),
  state: oneOf(columns, 'state', instanceStates),
  hasIncident: integer(columns, 'incident_count') > 0,
  tenantId,
  tags: strings(text(columns, 'tags')),
  businessId: null,
})

const toElementInstance = (columns: Columns): ElementInstance => ({
  elementInstanceKey: key(columns, 'key'),
  processInstanceKey: key(columns, 'process_instance_key'),
  processDefinitionKey: key(columns, 'process_definition_key'),
  processDefinitionId: text(columns, 'definition_id'),
  elementId: text(columns, 'element_id'),
  elementName: textOrNull(columns, 'name'),
  type: oneOf(columns, 'type', elementTypes),
  state: phaseStates[oneOf(columns, 'phase', phases)],
  hasIncident: columns['incident_key'] !== null,
  incidentKey: keyOrNull(columns, 'incident_key'),
  tenantId,
  startDate: date(columns, 'started_at'),
  endDate: dateOrNull(columns, 'ended_at'),
  rootProcessInstanceKey: key(columns, 'process_instance_key'),
})

const toIncident = (columns: Columns): Incident => ({
  incidentKey: key(columns, 'key'),
  errorType: oneOf(columns, 'error_type', incidentErrorTypes),
  errorMessage: showSecretReferences(text(columns, 'error_message')),
  state: columns['resolved_at'] === null ? 'ACTIVE' : 'RESOLVED',
  creationTime: date(columns, 'created_at'),
  elementId: text(columns, 'element_id'),
  elementInstanceKey: key(columns, 'element_instance_key'),
  jobKey: keyOrNull(columns, 'job_key'),
  processInstanceKey: key(columns, 'process_instance_key'),
  processDefinitionKey: key(columns, 'process_definition_key'),
  processDefinitionId: text(columns, 'definition_id'),
  tenantId,
  rootProcessInstanceKey: key(columns, 'process_instance_key'),
})

const toJob = (columns: Columns): JobSearchResult => ({
  jobKey: key(columns, 'key'),
  type: showSecretReferences(text(columns, 'type')),
  worker: text(columns, 'worker'),
  state: oneOf(columns, 'shown_state', jobStateNames),
  kind: 'BPMN_ELEMENT',
  listenerEventType: 'UNSPECIFIED',
  retries: integer(columns, 'retries'),
  hasFailedWithRetriesLeft: integer(columns, 'failed_with_retries_left') === 1,
  deadline: dateOrNull(columns, 'due_at'),
  creationTime: date(columns, 'created_at'),
  lastUpdateTime: dateOrNull(columns, 'ended_at'),
  endTime: dateOrNull(columns, 'ended_at'),
  errorCode: shownOrNull(columns, 'error_code'),
  errorMessage: shownOrNull(columns, 'error_message'),
  isDenied: null,
  deniedReason: null,
  customHeaders: headers(text(columns, 'custom_headers')),
  elementId: text(columns, 'element_id'),
  elementInstanceKey: key(columns, 'element_instance_key'),
  processInstanceKey: key(columns, 'process_instance_key'),
  processDefinitionKey: key(columns, 'process_definition_key'),
  processDefinitionId: text(columns, 'definition_id'),
  tenantId,
  rootProcessInstanceKey: key(columns, 'process_instance_key'),
})

const toMessageSubscription = (columns: Columns): MessageSubscription => ({
  messageSubscriptionKey: key(columns, 'key'),
  messageSubscriptionState: oneOf(columns, 'state', subscriptionStates),
  messageName: showSecretReferences(text(columns, 'name')),
  correlationKey: showSecretReferences(text(columns, 'correlation_key')),
  lastUpdatedDate: dateOrNull(columns, 'ended_at') ?? date(columns, 'created_at'),
  elementId: text(columns, 'element_id'),
  elementInstanceKey: key(columns, 'host_key'),
  processInstanceKey: key(columns, 'process_instance_key'),
  processDefinitionKey: key(columns, 'process_definition_key'),
  processDefinitionId: text(columns, 'definition_id'),
  tenantId,
  rootProcessInstanceKey: key(columns, 'process_instance_key'),
})

const toVariable = (columns: Columns): Variable => ({
  variableKey: key(columns, 'key'),
  name: text(columns, 'name'),
  value: showSecretReferences(text(columns, 'value')),
  scopeKey: key(columns, 'scope_key'),
  processInstanceKey: key(columns, 'process_instance_key'),
  isTruncated: false,
  tenantId,
  rootProcessInstanceKey: key(columns, 'process_instance_key'),
})

const phases = ['ACTIVATING', 'ACTIVE', 'COMPLETING', 'COMPLETED', 'TERMINATED'] as const

const phaseStates: Readonly<Record<(typeof phases)[number], InstanceState>> = {
  ACTIVATING: 'ACTIVE',
  ACTIVE: 'ACTIVE',
  COMPLETING: 'ACTIVE',
  COMPLETED: 'COMPLETED',
  TERMINATED: 'TERMINATED',
}

const key = (columns: Columns, name: string): string => String(integer(columns, name))

const keyOrNull = (columns: Columns, name: string): string | null =>
  columns[name] === null ? null : key(columns, name)

const date = (columns: Columns, name: string): string =>
  new Date(integer(columns, name)).toISOString()

const dateOrNull = (columns: Columns, name: string): string | null =>
  integerOrNull(columns, name) === null ? null : date(columns, name)

const shownOrNull = (columns: Columns, name: string): string | null => {
  const value = textOrNull(columns, name)
  return value === null ? null : showSecretReferences(value)
}

/** Those that `JobHeaders` has added. */
const headers = (json: string): Readonly<Record<string, string>> => {
  const entries = Object.entries(parseJson(json) ?? {})
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

const strings = (json: string): readonly string[] => {
  const values = parseJson(json)
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}
