import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setImmediate as nextRound } from 'node:timers/promises'
import { openEngine, type Engine } from '@tenon/engine'
import { InstanceState, observeCommits, RowReader, type Step } from '@tenon/engine/testing'
import type { Clock } from './clock.ts'
import { tornLog, type DataFolder } from './data-folder.ts'
import { Disk, type Fault } from './disk.ts'

/** An engine on a disk, both of which may fail. */
export class Machine {
  readonly disk: Disk
  /** The live rows of each instance, by the events of what was committed. */
  readonly replayed = new Map<number, InstanceState>()
  readonly #clock: Clock
  readonly #stopObserving: () => void
  #running: Running
  #death: Death | undefined

  constructor(folder: DataFolder, clock: Clock) {
    this.#clock = clock
    this.#stopObserving = observeCommits((steps) => this.#onCommitted(steps))
    this.disk = new Disk({
      onBeforeCommit: (kind) => this.#onBeforeCommit(kind),
      onAfterCommit: () => this.#onAfterCommit(),
    })
    this.#running = run(folder, clock)
  }

  get engine(): Engine {
    return this.#running.engine
  }

  /** What is stored of a process instance; undefined when it has ended. */
  read(processInstanceKey: number): InstanceState | undefined {
    return this.#running.rows.read(processInstanceKey)
  }

  query(sql: string, ...values: readonly number[]): readonly Record<string, unknown>[] {
    const { reader, statements } = this.#running
    const statement = statements.get(sql) ?? reader.prepare(sql)
    statements.set(sql, statement)
    return statement.all(...values)
  }

  /** Waits until nothing goes on any more that needs no time. */
  async settle(advance: (milliseconds: number) => void): Promise<void> {
    for (let round = 1; !this.#isAtRest(); round++) {
      await nextRound()
      // What is due at once as well.
      advance(0)
      // What failed is tried again after a pause.
      if (round % roundsPerPause === 0) advance(1_000)
      if (round > 4 * roundsPerPause) throw new Error('The engine does not come to rest')
    }
  }

  async restart(): Promise<void> {
    const { folder } = this.#running
    await this.#stop()
    this.#running = run(folder, this.#clock)
  }

  /** The process dies now, unless it has died before; another one goes on with what is left. */
  async die(): Promise<void> {
    const { folder } = this.#running
    this.#death ??= { kind: 'DIE_AFTER', left: folder.copy(), isRecorded: true }
    await this.#stop()
    folder[Symbol.dispose]()
    this.#running = run(this.#death.left, this.#clock)
    this.#death = undefined
  }

  /** Whether the process has died. */
  get isDead(): boolean {
    return this.#death !== undefined
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.disk[Symbol.dispose]()
    this.#stopObserving()
    await this.#stop()
    this.#running.folder[Symbol.dispose]()
    this.#death?.left[Symbol.dispose]()
  }

  async #stop(): Promise<void> {
    this.#running.reader.close()
    await this.#running.engine.close()
  }

  #isAtRest(): boolean {
    const rows = this.query(
      `SELECT 1 FROM process_instance WHERE work_left IS NOT NULL
        UNION ALL SELECT 1 FROM job WHERE due_at <= ? LIMIT 1`,
      this.#clock.now,
    )
    return rows.length === 0
  }

  #onBeforeCommit(kind: Death['kind']): void {
    const left = this.#running.folder.copy()
    this.#death = { kind, left, isRecorded: kind !== 'DIE_AFTER' }
  }

  #onAfterCommit(): void {
    const { folder } = this.#running
    if (this.#death === undefined) return
    const { kind, left } = this.#death
    if (kind === 'DIE_AFTER') left.log = folder.log
    if (kind === 'DIE_IN') left.log = tornLog(left.log, folder.log)
  }

  #onCommitted(steps: readonly Step[]): void {
    // What the process did after its death has not happened.
    if (this.#death?.isRecorded === true) return
    if (this.#death !== undefined) this.#death.isRecorded = true
    for (const { processInstance, events } of steps) {
      const state = this.replayed.get(processInstance.key) ?? new InstanceState()
      this.replayed.set(processInstance.key, state)
      for (const event of events) state.apply(event)
    }
  }
}

/** More rounds of I/O than the longest work takes. */
const roundsPerPause = 200

interface Running {
  readonly folder: DataFolder
  readonly engine: Engine
  readonly reader: DatabaseSync
  readonly statements: Map<string, StatementSync>
  readonly rows: RowReader
}

/** What the death of the process left, at or after a COMMIT. */
interface Death {
  readonly kind: Extract<Fault['kind'], `DIE_${string}`>
  readonly left: DataFolder
  /** Whether all that was committed is among what is replayed. */
  isRecorded: boolean
}

const run = (folder: DataFolder, clock: Clock): Running => {
  const engine = openEngine({ folder: folder.path, now: () => clock.now })
  const reader = new DatabaseSync(folder.database, { readOnly: true })
  return { folder, engine, reader, statements: new Map(), rows: new RowReader(reader) }
}
