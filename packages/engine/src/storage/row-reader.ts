import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { parseJson, type Json } from '@tenon/orchestration'
import { InstanceState } from '../core/instance-state.ts'
import {
  VariableValue,
  type ArrivedFlow,
  type ElementInstance,
  type Incident,
  type Job,
  type ProcessInstance,
  type Subscription,
  type Timer,
  type Variable,
} from '../core/rows.ts'
import type { Transition } from '../core/transition.ts'
import { LoopReader } from './loop-rows.ts'
import {
  elementTypes,
  incidentErrorTypes,
  instanceStates,
  subscriptionStates,
} from './enumerations.ts'
import { integer, integerOrNull, oneOf, text, textOrNull, type Columns } from './columns.ts'

/** Reads the live rows of process instances. */
export class RowReader {
  readonly #processInstance: StatementSync
  readonly #elements: StatementSync
  readonly #loops: LoopReader
  readonly #arrivedFlows: StatementSync
  readonly #variables: StatementSync
  readonly #jobs: StatementSync
  readonly #incidents: StatementSync
  readonly #timers: StatementSync
  readonly #subscriptions: StatementSync

  constructor(database: DatabaseSync) {
    const live = (table: string, condition: string, order = 'ORDER BY key'): StatementSync =>
      database.prepare(
        `SELECT * FROM ${table} WHERE process_instance_key = ? AND ${condition} ${order}`,
      )
    this.#processInstance = database.prepare(
      "SELECT * FROM process_instance WHERE key = ? AND state = 'ACTIVE'",
    )
    this.#elements = live('element_instance', 'ended_at IS NULL')
    this.#loops = new LoopReader(database)
    this.#arrivedFlows = live('arrived_flow', 'count > 0', '')
    this.#variables = live(
      'variable',
      `(scope_key = process_instance_key OR EXISTS
        (SELECT 1 FROM element_instance WHERE key = variable.scope_key AND ended_at IS NULL))`,
    )
    this.#jobs = live('job', 'ended_at IS NULL')
    this.#incidents = live('incident', 'resolved_at IS NULL')
    this.#timers = live('timer', 'true')
    this.#subscriptions = live('subscription', 'ended_at IS NULL')
  }

  /** Undefined when there is no such instance, or it has ended. */
  read(processInstanceKey: number): InstanceState | undefined {
    const columns = this.#processInstance.get(processInstanceKey)
    if (columns === undefined) return undefined
    const state = new InstanceState()
    state.apply({ entity: 'processInstance', row: toProcessInstance(columns) })
    const rows = (statement: StatementSync): readonly Columns[] => statement.all(processInstanceKey)
    for (const row of rows(this.#elements).map(toElementInstance)) {
      state.apply({ entity: 'elementInstance', row })
    }
    this.#loops.read(processInstanceKey, state)
    for (const row of rows(this.#arrivedFlows).map(toArrivedFlow)) {
      state.apply({ entity: 'arrivedFlow', row })
    }
    for (const row of rows(this.#variables).map(toVariable))
      state.apply({ entity: 'variable', row })
    for (const row of rows(this.#jobs).map(toJob)) state.apply({ entity: 'job', row })
    for (const row of rows(this.#incidents).map(toIncident))
      state.apply({ entity: 'incident', row })
    for (const row of rows(this.#timers).map(toTimer)) state.apply({ entity: 'timer', row })
    for (const row of rows(this.#subscriptions).map(toSubscription)) {
      state.apply({ entity: 'subscription', row })
    }
    return state
  }
}

const toProcessInstance = (columns: Columns): ProcessInstance => ({
  key: integer(columns, 'key'),
  definitionKey: integer(columns, 'process_definition_key'),
  state: oneOf(columns, 'state', instanceStates),
  startedAt: integer(columns, 'started_at'),
  endedAt: integerOrNull(columns, 'ended_at'),
  incidentCount: integer(columns, 'incident_count'),
  tags: asArray(parseJson(text(columns, 'tags'))).filter((tag) => typeof tag === 'string'),
  correlationKey: textOrNull(columns, 'correlation_key'),
  workLeft: asArray(parseJson(textOrNull(columns, 'work_left') ?? '[]')).map(toTransition),
})

const toElementInstance = (columns: Columns): ElementInstance => ({
  key: integer(columns, 'key'),
  processInstanceKey: integer(columns, 'process_instance_key'),
  definitionKey: integer(columns, 'process_definition_key'),
  scopeKey: integer(columns, 'scope_key'),
  elementId: text(columns, 'element_id'),
  type: oneOf(columns, 'type', elementTypes),
  phase: oneOf(columns, 'phase', ['ACTIVATING', 'ACTIVE', 'COMPLETING']),
  startedAt: integer(columns, 'started_at'),
  endedAt: null,
  incidentKey: integerOrNull(columns, 'incident_key'),
  loopCounter: integerOrNull(columns, 'loop_counter'),
})

const toArrivedFlow = (columns: Columns): ArrivedFlow => ({
  processInstanceKey: integer(columns, 'process_instance_key'),
  scopeKey: integer(columns, 'scope_key'),
  elementId: text(columns, 'element_id'),
  flowId: text(columns, 'flow_id'),
  count: integer(columns, 'count'),
})

const toVariable = (columns: Columns): Variable => ({
  key: integer(columns, 'key'),
  processInstanceKey: integer(columns, 'process_instance_key'),
  scopeKey: integer(columns, 'scope_key'),
  name: text(columns, 'name'),
  value: VariableValue.ofText(text(columns, 'value')),
})

const toJob = (columns: Columns): Job => ({
  key: integer(columns, 'key'),
  processInstanceKey: integer(columns, 'process_instance_key'),
  elementInstanceKey: integer(columns, 'element_instance_key'),
  type: text(columns, 'type'),
  retries: integer(columns, 'retries'),
  state: oneOf(columns, 'state', ['AVAILABLE', 'LEASED', 'WAITING', 'FAILED', 'ERROR_THROWN']),
  worker: text(columns, 'worker'),
  dueAt: integerOrNull(columns, 'due_at'),
  errorCode: textOrNull(columns, 'error_code'),
  errorMessage: textOrNull(columns, 'error_message'),
  createdAt: integer(columns, 'created_at'),
  endedAt: null,
})

const toIncident = (columns: Columns): Incident => ({
  key: integer(columns, 'key'),
  processInstanceKey: integer(columns, 'process_instance_key'),
  definitionKey: integer(columns, 'process_definition_key'),
  elementInstanceKey: integer(columns, 'element_instance_key'),
  elementId: text(columns, 'element_id'),
  jobKey: integerOrNull(columns, 'job_key'),
  errorType: oneOf(columns, 'error_type', incidentErrorTypes),
  errorMessage: text(columns, 'error_message'),
  createdAt: integer(columns, 'created_at'),
  resolvedAt: null,
})

const toTimer = (columns: Columns): Timer => ({
  key: integer(columns, 'key'),
  processInstanceKey: integer(columns, 'process_instance_key'),
  hostKey: integer(columns, 'host_key'),
  elementId: text(columns, 'element_id'),
  dueAt: integer(columns, 'due_at'),
  repetitions: integerOrNull(columns, 'repetitions'),
  interval: textOrNull(columns, 'interval'),
  endedAt: null,
})

const toSubscription = (columns: Columns): Subscription => ({
  key: integer(columns, 'key'),
  processInstanceKey: integer(columns, 'process_instance_key'),
  hostKey: integer(columns, 'host_key'),
  elementId: text(columns, 'element_id'),
  kind: oneOf(columns, 'kind', ['MESSAGE', 'SIGNAL']),
  name: text(columns, 'name'),
  correlationKey: textOrNull(columns, 'correlation_key'),
  state: oneOf(columns, 'state', subscriptionStates),
  createdAt: integer(columns, 'created_at'),
  endedAt: null,
})

const toTransition = (json: Json): Transition => {
  const { kind, flowId, scopeKey, elementInstanceKey, signalName } = Object.fromEntries(
    entriesOf(json),
  )
  const isFlow = kind === 'TAKE_FLOW' && typeof flowId === 'string'
  if (isFlow && typeof scopeKey === 'number') return { kind, flowId, scopeKey }
  if (kind === 'START' && typeof scopeKey === 'number') return { kind, scopeKey }
  const isMove = kind === 'ACTIVATE' || kind === 'COMPLETE'
  if (isMove && typeof elementInstanceKey === 'number') return { kind, elementInstanceKey }
  const isBroadcast = kind === 'BROADCAST' && typeof elementInstanceKey === 'number'
  if (isBroadcast && typeof signalName === 'string') return { kind, elementInstanceKey, signalName }
  throw new TypeError(`Not a transition: ${JSON.stringify(json)}`)
}

const asArray = (json: Json): readonly Json[] => (isArray(json) ? json : [])

const isArray = (json: Json): json is readonly Json[] => Array.isArray(json)

const entriesOf = (json: Json): readonly (readonly [string, Json])[] =>
  typeof json === 'object' && json !== null ? Object.entries(json) : []
