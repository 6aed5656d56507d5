import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

/** Rows for tests: a table's columns with those that a test cares about replaced. */
export type Row = Readonly<Record<string, SQLInputValue>>

const startedAt = Date.UTC(2026, 10, 22, 8)

export const sampleRows = {
  process_definition: {
    key: 1,
    id: 'order',
    version: 1,
    name: 'Order',
    version_tag: null,
    resource_name: 'order.bpmn',
    digest: 'digest',
    xml: '<definitions/>',
    deployed_at: startedAt,
  },
  element: { process_definition_key: 1, id: 'charge', name: 'Charge card' },
  process_instance: {
    key: 10,
    process_definition_key: 1,
    state: 'ACTIVE',
    started_at: startedAt,
    ended_at: null,
    incident_count: 0,
    tags: '[]',
    work_left: null,
  },
  element_instance: {
    key: 20,
    process_instance_key: 10,
    process_definition_key: 1,
    scope_key: 10,
    element_id: 'charge',
    type: 'SERVICE_TASK',
    phase: 'ACTIVE',
    started_at: startedAt,
    ended_at: null,
    incident_key: null,
  },
  job: {
    key: 25,
    process_instance_key: 10,
    element_instance_key: 20,
    type: 'pay',
    retries: 3,
    state: 'AVAILABLE',
    worker: '',
    due_at: null,
    error_code: null,
    error_message: null,
    created_at: startedAt,
    ended_at: null,
  },
  incident: {
    key: 30,
    process_instance_key: 10,
    process_definition_key: 1,
    element_instance_key: 20,
    element_id: 'charge',
    job_key: null,
    error_type: 'JOB_NO_RETRIES',
    error_message: 'The card was refused',
    created_at: startedAt,
    resolved_at: null,
  },
  subscription: {
    key: 35,
    process_instance_key: 10,
    host_key: 20,
    element_id: 'charge',
    kind: 'MESSAGE',
    name: 'paid',
    correlation_key: '7',
    state: 'CREATED',
    created_at: startedAt,
    ended_at: null,
  },
  variable: { key: 40, process_instance_key: 10, scope_key: 10, name: 'amount', value: '42' },
} satisfies Record<string, Row>

export type SampleTable = keyof typeof sampleRows

export const insertRow = (database: DatabaseSync, table: SampleTable, changes: Row = {}): void => {
  const row: Row = { ...sampleRows[table], ...changes }
  const marks = Object.keys(row).map(() => '?')
  database
    .prepare(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${marks.join(', ')})`)
    .run(...Object.values(row))
}

export const deleteRows = (database: DatabaseSync): void => {
  for (const table of Object.keys(sampleRows)) database.exec(`DELETE FROM ${table}`)
}
