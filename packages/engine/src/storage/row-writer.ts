import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { LoopWriter } from './loop-rows.ts'
import type {
  ArrivedFlow,
  ElementInstance,
  Event,
  Incident,
  Job,
  ProcessInstance,
  Subscription,
  Timer,
  Variable,
} from '../core/rows.ts'

/** Writes changed rows; of the columns that never change none is written twice. */
export class RowWriter {
  readonly #processInstance: StatementSync
  readonly #elementInstance: StatementSync
  readonly #loops: LoopWriter
  readonly #arrivedFlow: StatementSync
  readonly #goneFlow: StatementSync
  readonly #variable: StatementSync
  readonly #goneVariable: StatementSync
  readonly #job: StatementSync
  readonly #incident: StatementSync
  readonly #timer: StatementSync
  readonly #goneTimer: StatementSync
  readonly #subscription: StatementSync

  constructor(database: DatabaseSync) {
    this.#processInstance = database.prepare(
      upsert('process_instance', {
        fixed: ['key', 'process_definition_key', 'started_at', 'tags', 'correlation_key'],
        changing: ['state', 'ended_at', 'incident_count', 'work_left'],
      }),
    )
    this.#elementInstance = database.prepare(
      upsert('element_instance', {
        fixed: [
          ...['key', 'process_instance_key', 'process_definition_key', 'scope_key'],
          ...['element_id', 'type', 'started_at', 'loop_counter'],
        ],
        changing: ['phase', 'ended_at', 'incident_key'],
      }),
    )
    this.#loops = new LoopWriter(database)
    this.#arrivedFlow = database.prepare(
      `INSERT INTO arrived_flow (process_instance_key, scope_key, element_id, flow_id, count)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (process_instance_key, scope_key, flow_id) DO UPDATE SET count = excluded.count`,
    )
    this.#goneFlow = database.prepare(
      'DELETE FROM arrived_flow WHERE process_instance_key = ? AND scope_key = ? AND flow_id = ?',
    )
    this.#variable = database.prepare(
      upsert('variable', {
        fixed: ['key', 'process_instance_key', 'scope_key', 'name'],
        changing: ['value'],
      }),
    )
    this.#goneVariable = database.prepare('DELETE FROM variable WHERE key = ?')
    this.#job = database.prepare(
      upsert('job', {
        fixed: ['key', 'process_instance_key', 'element_instance_key', 'type', 'created_at'],
        changing: [
          ...['retries', 'state', 'worker', 'due_at'],
          ...['error_code', 'error_message', 'ended_at'],
        ],
      }),
    )
    this.#incident = database.prepare(
      upsert('incident', {
        fixed: [
          ...['key', 'process_instance_key', 'process_definition_key', 'element_instance_key'],
          ...['element_id', 'job_key', 'error_type', 'error_message', 'created_at'],
        ],
        changing: ['resolved_at'],
      }),
    )
    this.#timer = database.prepare(
      upsert('timer', {
        fixed: ['key', 'process_instance_key', 'host_key', 'element_id', 'interval'],
        changing: ['due_at', 'repetitions'],
      }),
    )
    this.#goneTimer = database.prepare('DELETE FROM timer WHERE key = ?')
    this.#subscription = database.prepare(
      upsert('subscription', {
        fixed: [
          ...['key', 'process_instance_key', 'host_key', 'element_id'],
          ...['kind', 'name', 'correlation_key', 'created_at'],
        ],
        changing: ['state', 'ended_at'],
      }),
    )
  }

  /** Of several events of a row only the last is written; all are of one process instance. */
  write(events: readonly Event[]): void {
    // One counter gives all keys, so that they are unique over all entities.
    const last = new Map<number | string, Event>()
    for (const event of events) {
      const place = placeOf(event)
      // So that rows are written in the order of their last events.
      last.delete(place)
      last.set(place, event)
    }
    for (const event of last.values()) this.#writeRow(event)
  }

  #writeRow(event: Event): void {
    switch (event.entity) {
      case 'processInstance':
        return this.#writeProcessInstance(event.row)
      case 'elementInstance':
        return this.#writeElementInstance(event.row)
      case 'loop':
        return this.#loops.write(event.row)
      case 'loopOutput':
        return this.#loops.writeOutput(event.row)
      case 'arrivedFlow':
        return this.#writeArrivedFlow(event.row)
      case 'variable':
        return this.#writeVariable(event.row)
      case 'goneVariable':
        this.#goneVariable.run(event.row.key)
        return
      case 'job':
        return this.#writeJob(event.row)
      case 'incident':
        return this.#writeIncident(event.row)
      case 'timer':
        return this.#writeTimer(event.row)
      case 'subscription':
        return this.#writeSubscription(event.row)
    }
  }

  #writeProcessInstance(row: ProcessInstance): void {
    const { key, definitionKey, startedAt, state, endedAt, incidentCount, correlationKey } = row
    const tags = row.tags.length === 0 ? '[]' : JSON.stringify(row.tags)
    const workLeft = row.workLeft.length === 0 ? null : JSON.stringify(row.workLeft)
    this.#processInstance.run(
      ...[key, definitionKey, startedAt, tags, correlationKey],
      ...[state, endedAt, incidentCount, workLeft],
    )
  }

  #writeElementInstance(row: ElementInstance): void {
    this.#elementInstance.run(
      ...[row.key, row.processInstanceKey, row.definitionKey, row.scopeKey],
      ...[row.elementId, row.type, row.startedAt, row.loopCounter],
      ...[row.phase, row.endedAt, row.incidentKey],
    )
  }

  #writeArrivedFlow(row: ArrivedFlow): void {
    const { processInstanceKey, scopeKey, elementId, flowId, count } = row
    if (count === 0) this.#goneFlow.run(processInstanceKey, scopeKey, flowId)
    else this.#arrivedFlow.run(processInstanceKey, scopeKey, elementId, flowId, count)
  }

  #writeVariable(row: Variable): void {
    this.#variable.run(row.key, row.processInstanceKey, row.scopeKey, row.name, row.value.text)
  }

  #writeJob(row: Job): void {
    this.#job.run(
      ...[row.key, row.processInstanceKey, row.elementInstanceKey, row.type, row.createdAt],
      ...[row.retries, row.state, row.worker, row.dueAt],
      ...[row.errorCode, row.errorMessage, row.endedAt],
    )
  }

  #writeIncident(row: Incident): void {
    this.#incident.run(
      ...[row.key, row.processInstanceKey, row.definitionKey, row.elementInstanceKey],
      ...[row.elementId, row.jobKey, row.errorType, row.errorMessage, row.createdAt],
      row.resolvedAt,
    )
  }

  #writeTimer(row: Timer): void {
    if (row.endedAt !== null) {
      this.#goneTimer.run(row.key)
      return
    }
    this.#timer.run(
      ...[row.key, row.processInstanceKey, row.hostKey, row.elementId, row.interval],
      ...[row.dueAt, row.repetitions],
    )
  }

  #writeSubscription(row: Subscription): void {
    this.#subscription.run(
      ...[row.key, row.processInstanceKey, row.hostKey, row.elementId],
      ...[row.kind, row.name, row.correlationKey, row.createdAt],
      ...[row.state, row.endedAt],
    )
  }
}

const placeOf = (event: Event): number | string => {
  switch (event.entity) {
    case 'arrivedFlow':
      return `${event.row.scopeKey} ${event.row.flowId}`
    case 'loopOutput':
      return `${event.row.loopKey} ${event.row.loopCounter}`
    default:
      return event.row.key
  }
}

const upsert = (
  table: string,
  columns: { readonly fixed: readonly string[]; readonly changing: readonly string[] },
): string => {
  const all = [...columns.fixed, ...columns.changing]
  const changes = columns.changing.map((name) => `${name} = excluded.${name}`)
  return (
    `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')}) ` +
    `ON CONFLICT (key) DO UPDATE SET ${changes.join(', ')}`
  )
}
