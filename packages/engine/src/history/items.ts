import {
  parseJson,
  type ElementInstance,
  type Entity,
  type Incident,
  type InstanceState,
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
import { elementTypes, incidentErrorTypes, instanceStates } from '../storage/enumerations.ts'

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
  variables: 'key, process_instance_key, scope_key, name, value',
}

/** Reads an item from its columns. */
export const itemReaders: { readonly [E in Entity]: (columns: Columns) => SearchItems[E] } = {
  'process-definitions': (columns) => toProcessDefinition(columns),
  'process-instances': (columns) => toProcessInstance(columns),
  'element-instances': (columns) => toElementInstance(columns),
  incidents: (columns) => toIncident(columns),
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

const strings = (json: string): readonly string[] => {
  const values = parseJson(json)
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}
