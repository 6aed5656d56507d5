import fc from 'fast-check'
import type { Sample } from '../history/naive-search.ts'

// Random rows of the tables and their fields as on the wire, with few values so that many are equal.

const names = fc.constantFrom('a', 'A', 'ab', 'b*c', 'b?c', '[b]', 'a\\b', 'é', '💡', '')
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: 2 })
const times = fc.integer({ min: 0, max: 3 })
const someKeys = fc.integer({ min: 1, max: 3 })
const date = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString()
const digits = (key: number | null): string | null => (key === null ? null : String(key))
const tenantId = '<default>'

export const definitions = [
  { key: 1, id: 'a', version: 1, name: 'b*c', version_tag: null },
  { key: 2, id: 'a', version: 2, name: null, version_tag: 'x' },
  { key: 3, id: 'A', version: 1, name: 'é', version_tag: 'x' },
] as const
export const processDefinitions: fc.Arbitrary<readonly Sample[]> = fc.constant(
  definitions.map((row) => ({
    row,
    fields: {
      processDefinitionKey: String(row.key),
      processDefinitionId: row.id,
      name: row.name,
      resourceName: 'order.bpmn',
      version: row.version,
      versionTag: row.version_tag,
      tenantId,
      isLatestVersion: row.key !== 1,
      hasStartForm: false,
      state: 'ACTIVE',
    },
  })),
)
const definition = (key: number): (typeof definitions)[number] =>
  definitions.find((found) => found.key === key) ?? definitions[0]

const processInstance = fc
  .record({
    process_definition_key: someKeys,
    state: fc.constantFrom('ACTIVE', 'COMPLETED', 'TERMINATED'),
    started_at: times,
    ended_at: orNull(times),
    incident_count: fc.nat(2),
  })
  .map((row) => ({
    row,
    fields: {
      processDefinitionKey: String(row.process_definition_key),
      processDefinitionId: definition(row.process_definition_key).id,
      processDefinitionName: definition(row.process_definition_key).name,
      processDefinitionVersion: definition(row.process_definition_key).version,
      processDefinitionVersionTag: definition(row.process_definition_key).version_tag,
      parentProcessInstanceKey: null,
      parentElementInstanceKey: null,
      startDate: date(row.started_at),
      endDate: date(row.ended_at),
      state: row.state,
      hasIncident: row.incident_count > 0,
      tenantId,
      businessId: null,
    },
  }))

const elementInstance = fc
  .record({
    process_instance_key: someKeys,
    process_definition_key: someKeys,
    scope_key: someKeys,
    element_id: fc.constantFrom('named', 'other'),
    type: fc.constantFrom('SERVICE_TASK', 'END_EVENT'),
    phase: fc.constantFrom('ACTIVATING', 'ACTIVE', 'COMPLETING', 'COMPLETED', 'TERMINATED'),
    started_at: times,
    incident_key: orNull(someKeys),
  })
  .map(({ phase, ...rest }) => {
    const isActive = !['COMPLETED', 'TERMINATED'].includes(phase)
    return { ...rest, phase, isActive, ended_at: isActive ? null : 3 }
  })
  .map(({ isActive, ...row }) => ({
    row,
    fields: {
      processInstanceKey: String(row.process_instance_key),
      processDefinitionKey: String(row.process_definition_key),
      processDefinitionId: definition(row.process_definition_key).id,
      elementId: row.element_id,
      elementName: row.element_id === 'named' ? 'ab' : null,
      type: row.type,
      state: isActive ? 'ACTIVE' : row.phase,
      hasIncident: row.incident_key !== null,
      incidentKey: digits(row.incident_key),
      tenantId,
      startDate: date(row.started_at),
      endDate: date(row.ended_at),
      elementInstanceScopeKey: String(row.scope_key),
    },
  }))

const incident = fc
  .record({
    process_instance_key: someKeys,
    process_definition_key: someKeys,
    element_instance_key: someKeys,
    element_id: names,
    job_key: orNull(someKeys),
    error_type: fc.constantFrom('JOB_NO_RETRIES', 'CONDITION_ERROR'),
    error_message: names,
    created_at: times,
    resolved_at: orNull(times),
  })
  .map((row) => ({
    row,
    fields: {
      errorType: row.error_type,
      errorMessage: row.error_message,
      state: row.resolved_at === null ? 'ACTIVE' : 'RESOLVED',
      creationTime: date(row.created_at),
      elementId: row.element_id,
      elementInstanceKey: String(row.element_instance_key),
      jobKey: digits(row.job_key),
      processInstanceKey: String(row.process_instance_key),
      processDefinitionKey: String(row.process_definition_key),
      processDefinitionId: definition(row.process_definition_key).id,
      tenantId,
    },
  }))

/** Element instances 1 to 3, which are of the definitions of these keys. */
export const jobElements = definitions.map(({ key }) => ({
  key,
  process_definition_key: key,
  element_id: `element-${key}`,
}))

const job = fc
  .record({
    process_instance_key: someKeys,
    element_instance_key: someKeys,
    type: names,
    worker: names,
    state: fc.constantFrom(
      ...['AVAILABLE', 'LEASED', 'WAITING', 'FAILED', 'COMPLETED', 'ERROR_THROWN', 'CANCELED'],
    ),
    retries: fc.integer({ min: -1, max: 2 }),
    due_at: orNull(times),
    error_code: orNull(names),
    error_message: orNull(names),
    created_at: times,
    ended_at: orNull(times),
  })
  .map((row) => ({
    row,
    fields: {
      type: row.type,
      worker: row.worker,
      ...jobStateOf(row),
      kind: 'BPMN_ELEMENT',
      listenerEventType: 'UNSPECIFIED',
      retries: row.retries,
      deadline: date(row.due_at),
      creationTime: date(row.created_at),
      lastUpdateTime: date(row.ended_at),
      endTime: date(row.ended_at),
      errorCode: row.error_code,
      errorMessage: row.error_message,
      isDenied: null,
      deniedReason: null,
      elementId: `element-${row.element_instance_key}`,
      elementInstanceKey: String(row.element_instance_key),
      processInstanceKey: String(row.process_instance_key),
      processDefinitionKey: String(row.element_instance_key),
      processDefinitionId: definition(row.element_instance_key).id,
      tenantId,
    },
  }))

const jobStateOf = (row: {
  readonly state: string
  readonly retries: number
  readonly error_message: string | null
}): { readonly state: string; readonly hasFailedWithRetriesLeft: boolean } => {
  const isOpen = row.state === 'AVAILABLE' || row.state === 'LEASED'
  const hasFailed = row.state === 'WAITING' || (isOpen && row.error_message !== null)
  if (hasFailed) return { state: 'FAILED', hasFailedWithRetriesLeft: row.retries > 0 }
  const state = isOpen ? 'CREATED' : row.state
  const isUpdated = state === 'FAILED' && row.retries > 0
  return { state: isUpdated ? 'RETRIES_UPDATED' : state, hasFailedWithRetriesLeft: false }
}

/** Process instances 1 to 3, which are of the definitions of these keys. */
export const subscribedInstances = definitions.map(({ key }) => ({
  key,
  process_definition_key: key,
}))

const messageSubscription = fc
  .record({
    process_instance_key: someKeys,
    host_key: someKeys,
    element_id: names,
    name: names,
    correlation_key: names,
    state: fc.constantFrom('CREATED', 'CORRELATED', 'DELETED'),
    created_at: times,
    ended_at: orNull(times),
  })
  .map((row) => ({
    row,
    fields: {
      messageSubscriptionState: row.state,
      messageName: row.name,
      correlationKey: row.correlation_key,
      lastUpdatedDate: date(row.ended_at ?? row.created_at),
      elementId: row.element_id,
      elementInstanceKey: String(row.host_key),
      processInstanceKey: String(row.process_instance_key),
      processDefinitionKey: String(row.process_instance_key),
      processDefinitionId: definition(row.process_instance_key).id,
      tenantId,
    },
  }))

const variable = fc
  .record({
    process_instance_key: someKeys,
    scope_key: someKeys,
    name: names,
    value: fc.oneof(
      names.map((name) => JSON.stringify(name)),
      fc.constant('x'.repeat(8_192)),
    ),
  })
  .map((row) => ({
    row,
    fields: {
      name: row.name,
      value: row.value,
      scopeKey: String(row.scope_key),
      processInstanceKey: String(row.process_instance_key),
      isTruncated: row.value.length > 8_191,
      tenantId,
    },
  }))

/** The rows are given keys with gaps, in their order. */
const keyed = (keyName: string, samples: fc.Arbitrary<Sample>): fc.Arbitrary<readonly Sample[]> =>
  fc.array(samples, { maxLength: 12, size: 'max' }).map((list) =>
    list.map(({ row, fields }, index) => {
      const key = 7 + index * 5
      return { row: { ...row, key }, fields: { ...fields, [keyName]: String(key) } }
    }),
  )

export const processInstances = keyed('processInstanceKey', processInstance)
export const elementInstances = keyed('elementInstanceKey', elementInstance)
export const incidents = keyed('incidentKey', incident)
export const jobs = keyed('jobKey', job)
export const messageSubscriptions = keyed('messageSubscriptionKey', messageSubscription)
export const variables = keyed('variableKey', variable)
