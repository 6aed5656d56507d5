import {
  OrchestrationError,
  untruncatedCharactersMax,
  type Entity,
  type JobState,
} from '@tenon/orchestration'
import {
  elementTypes,
  incidentErrorTypes,
  instanceStates,
  subscriptionStates,
} from '../storage/enumerations.ts'
import { column, constant, derived, enumeration, flag, type SearchField } from './search-field.ts'

/** The characters of a variable's value by which it is sorted; they also stand in cursors. */
export const sortedCharactersMax = 1_000

/** As it is shown, so that no filter can probe the code of a sealed reference. */
const shown = (name: string): string =>
  `CASE WHEN instr(${name}, char(0xE000)) > 0 THEN show_secret_references(${name}) ELSE ${name} END`

const tenantId = constant('<default>')

const processDefinitions: Readonly<Record<string, SearchField>> = {
  processDefinitionKey: column('process_definition.key'),
  processDefinitionId: column('process_definition.id'),
  name: column('process_definition.name'),
  resourceName: column('process_definition.resource_name'),
  version: column('process_definition.version'),
  versionTag: column('process_definition.version_tag'),
  tenantId,
  isLatestVersion: flag(
    `NOT EXISTS (SELECT 1 FROM process_definition AS newer
      WHERE newer.id = process_definition.id AND newer.version > process_definition.version)`,
  ),
  hasStartForm: flag('FALSE'),
  state: constant('ACTIVE'),
}

const processInstances: Readonly<Record<string, SearchField>> = {
  processInstanceKey: column('process_instance.key'),
  processDefinitionKey: column('process_instance.process_definition_key'),
  processDefinitionId: column('process_definition.id'),
  processDefinitionName: column('process_definition.name'),
  processDefinitionVersion: column('process_definition.version'),
  processDefinitionVersionTag: column('process_definition.version_tag'),
  parentProcessInstanceKey: constant(null),
  parentElementInstanceKey: constant(null),
  startDate: column('process_instance.started_at'),
  endDate: column('process_instance.ended_at'),
  state: enumeration('process_instance.state', instanceStates),
  hasIncident: flag('process_instance.incident_count > 0'),
  tenantId,
  businessId: constant(null),
}

const elementInstances: Readonly<Record<string, SearchField>> = {
  elementInstanceKey: column('element_instance.key'),
  processInstanceKey: column('element_instance.process_instance_key'),
  processDefinitionKey: column('element_instance.process_definition_key'),
  processDefinitionId: column('process_definition.id'),
  elementId: column('element_instance.element_id'),
  elementName: column('element.name'),
  type: enumeration('element_instance.type', elementTypes),
  state: derived({
    ACTIVE: 'element_instance.ended_at IS NULL',
    COMPLETED: "element_instance.phase = 'COMPLETED'",
    TERMINATED: "element_instance.phase = 'TERMINATED'",
  }),
  hasIncident: flag('element_instance.incident_key IS NOT NULL'),
  incidentKey: column('element_instance.incident_key'),
  tenantId,
  startDate: column('element_instance.started_at'),
  endDate: column('element_instance.ended_at'),
  elementInstanceScopeKey: column('element_instance.scope_key'),
}

const incidents: Readonly<Record<string, SearchField>> = {
  incidentKey: column('incident.key'),
  errorType: enumeration('incident.error_type', incidentErrorTypes),
  errorMessage: column(shown('incident.error_message')),
  state: derived({
    ACTIVE: 'incident.resolved_at IS NULL',
    RESOLVED: 'incident.resolved_at IS NOT NULL',
  }),
  creationTime: column('incident.created_at'),
  elementId: column('incident.element_id'),
  elementInstanceKey: column('incident.element_instance_key'),
  jobKey: column('incident.job_key'),
  processInstanceKey: column('incident.process_instance_key'),
  processDefinitionKey: column('incident.process_definition_key'),
  processDefinitionId: column('process_definition.id'),
  tenantId,
}

const handedOut = "job.state IN ('AVAILABLE', 'LEASED')"
const failedBefore = `(job.state = 'WAITING' OR (${handedOut} AND job.error_message IS NOT NULL))`

/**
 * The tables tell what may be done with a job, the wire what happened to it last: one that failed
 * is FAILED also while it is tried again.
 */
export const jobStates: Readonly<Record<JobState, string>> = {
  CREATED: `${handedOut} AND job.error_message IS NULL`,
  FAILED: `(${failedBefore} OR (job.state = 'FAILED' AND job.retries <= 0))`,
  RETRIES_UPDATED: "job.state = 'FAILED' AND job.retries > 0",
  COMPLETED: "job.state = 'COMPLETED'",
  ERROR_THROWN: "job.state = 'ERROR_THROWN'",
  CANCELED: "job.state = 'CANCELED'",
}

const jobs: Readonly<Record<string, SearchField>> = {
  jobKey: column('job.key'),
  type: column(shown('job.type')),
  worker: column('job.worker'),
  state: derived(jobStates),
  kind: constant('BPMN_ELEMENT'),
  listenerEventType: constant('UNSPECIFIED'),
  retries: column('job.retries'),
  deadline: column('job.due_at'),
  creationTime: column('job.created_at'),
  lastUpdateTime: column('job.ended_at'),
  endTime: column('job.ended_at'),
  errorCode: column(shown('job.error_code')),
  errorMessage: column(shown('job.error_message')),
  hasFailedWithRetriesLeft: flag(`job.retries > 0 AND ${failedBefore}`),
  isDenied: constant(null),
  deniedReason: constant(null),
  elementId: column('element_instance.element_id'),
  elementInstanceKey: column('job.element_instance_key'),
  processInstanceKey: column('job.process_instance_key'),
  processDefinitionKey: column('element_instance.process_definition_key'),
  processDefinitionId: column('process_definition.id'),
  tenantId,
}

const messageSubscriptions: Readonly<Record<string, SearchField>> = {
  messageSubscriptionKey: column('message_subscription.key'),
  messageSubscriptionState: enumeration('message_subscription.state', subscriptionStates),
  messageName: column(shown('message_subscription.name')),
  correlationKey: column(shown('message_subscription.correlation_key')),
  lastUpdatedDate: column(
    'coalesce(message_subscription.ended_at, message_subscription.created_at)',
  ),
  elementId: column('message_subscription.element_id'),
  elementInstanceKey: column('message_subscription.host_key'),
  processInstanceKey: column('message_subscription.process_instance_key'),
  processDefinitionKey: column('process_instance.process_definition_key'),
  processDefinitionId: column('process_definition.id'),
  tenantId,
}

const variables: Readonly<Record<string, SearchField>> = {
  variableKey: column('variable.key'),
  name: column('variable.name'),
  value: column(
    shown('variable.value'),
    `substr(${shown('variable.value')}, 1, ${sortedCharactersMax})`,
  ),
  scopeKey: column('variable.scope_key'),
  processInstanceKey: column('variable.process_instance_key'),
  isTruncated: flag(`length(variable.value) > ${untruncatedCharactersMax}`),
  tenantId,
}

const searchFields: Readonly<Record<Entity, Readonly<Record<string, SearchField>>>> = {
  'process-definitions': processDefinitions,
  'process-instances': processInstances,
  'element-instances': elementInstances,
  incidents,
  jobs,
  'message-subscriptions': messageSubscriptions,
  variables,
}

/** Throws `INVALID_ARGUMENT` for a field that the entity does not have. */
export const searchField = (entity: Entity, name: string): SearchField => {
  const fields = searchFields[entity]
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field !== undefined) return field
  throw new OrchestrationError(
    'INVALID_ARGUMENT',
    `${entity} have no field "${name}". They have: ${Object.keys(fields).join(', ')}.`,
  )
}
