import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import type { ActivateJobs, Entity, Job, JsonObject, SearchItems } from '@tenon/orchestration'
import { openEngine, type Engine } from '../engine.ts'

/** An engine in a folder of its own; for tests. */
export class TestEngine {
  readonly folder = mkdtempSync(join(tmpdir(), 'tenon-engine-'))
  engine: Engine
  readonly #now: () => number

  constructor({ now = Date.now }: { readonly now?: () => number } = {}) {
    this.#now = now
    this.engine = openEngine({ folder: this.folder, now, isClockPinnable: true })
  }

  /** Opens the folder again, after what happens to its database meanwhile. */
  async restart(meanwhile?: (database: DatabaseSync) => void): Promise<void> {
    await this.engine.close()
    if (meanwhile !== undefined) {
      using database = this.connect()
      meanwhile(database)
    }
    this.engine = openEngine({ folder: this.folder, now: this.#now, isClockPinnable: true })
  }

  /** Another connection to `engine.db`. */
  connect(): DatabaseSync {
    return new DatabaseSync(join(this.folder, 'engine.db'))
  }

  /** Rows of `engine.db` that are committed. */
  query(sql: string): readonly Record<string, SQLOutputValue>[] {
    using database = this.connect()
    return database.prepare(sql).all()
  }

  /** Resolves when all commands are answered that wait now, and those that follow from them. */
  async settle(): Promise<void> {
    for (let n = 0; n < 3; n++) await this.lease({ type: 'none', requestTimeoutMs: 0 })
  }

  async close(): Promise<void> {
    await this.engine.close()
    rmSync(this.folder, { recursive: true })
  }

  async deploy(xml: string): Promise<string> {
    const content = new TextEncoder().encode(xml)
    const { processDefinitions } = await this.engine.commands.deploy([
      { name: 'model.bpmn', content },
    ])
    return processDefinitions[0]?.processDefinitionKey ?? ''
  }

  /** Creates an instance of process `process`; returns its key. */
  async create(variables: JsonObject = {}): Promise<string> {
    const request = { processDefinitionId: 'process', variables }
    return (await this.engine.commands.createProcessInstance(request)).processInstanceKey
  }

  /** Runs an instance to its end; returns its variables. */
  async run(variables: JsonObject = {}): Promise<JsonObject> {
    const request = {
      processDefinitionId: 'process',
      variables,
      awaitCompletion: { timeoutMs: 5_000 },
    }
    return (await this.engine.commands.createProcessInstance(request)).variables
  }

  /** Leases one job of type `work`; undefined when there is none. */
  async activate(options: { readonly timeoutMs?: number } = {}): Promise<Job | undefined> {
    return (await this.lease(options))[0]
  }

  /** Leases jobs: one of type `work`, and waits up to 2 s for it, unless told otherwise. */
  lease(options: Partial<ActivateJobs> = {}, signal?: AbortSignal): Promise<readonly Job[]> {
    const defaults = { timeoutMs: 60_000, maxJobsToActivate: 1, requestTimeoutMs: 2_000 }
    return this.engine.jobs.activate(
      { type: 'work', worker: 'test', ...defaults, ...options },
      signal,
    )
  }

  /** All items of an entity, by key; of one process instance when given. */
  async all<E extends Entity>(
    entity: E,
    processInstanceKey?: string,
  ): Promise<readonly SearchItems[E][]> {
    const condition = { field: 'processInstanceKey', operator: '$eq' } as const
    const filter =
      processInstanceKey === undefined ? [] : [{ ...condition, value: processInstanceKey }]
    const page = { limit: 1_000 }
    return (await this.engine.queries.search(entity, { filter, sort: [], page })).items
  }
}
