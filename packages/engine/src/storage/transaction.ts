import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { OrchestrationError } from '@tenon/orchestration'
import type { SecretSeal } from '@tenon/orchestration/secret-seal'
import type { InstanceState } from '../core/instance-state.ts'
import { Step, type Environment } from '../core/step.ts'
import { integer } from './columns.ts'
import { DefinitionStore } from './definition-store.ts'
import { InstanceCache } from './instance-cache.ts'
import { RowReader } from './row-reader.ts'
import { RowWriter } from './row-writer.ts'
import { WorkFinder } from './work-finder.ts'

/**
 * What a command sees and changes. Rows are written when a command is done; the commands of a
 * group are committed together.
 */
export class Transaction implements Environment {
  readonly definitions: DefinitionStore
  readonly find: WorkFinder
  now = 0
  readonly #database: DatabaseSync
  readonly #reader: RowReader
  readonly #writer: RowWriter
  readonly #cache = new InstanceCache()
  readonly #saveKey: StatementSync
  #nextKey: number
  #savedKey: number
  /** Instances that the current command has in its hands. */
  readonly #touched = new Set<number>()
  #pending: Step[] = []
  #done: Step[] = []

  constructor(database: DatabaseSync, seal: SecretSeal) {
    this.#database = database
    this.definitions = new DefinitionStore(database, seal)
    this.find = new WorkFinder(database)
    this.#reader = new RowReader(database)
    this.#writer = new RowWriter(database)
    this.#saveKey = database.prepare("UPDATE meta SET value = ? WHERE name = 'next_key'")
    const columns = database.prepare("SELECT value FROM meta WHERE name = 'next_key'").get()
    this.#nextKey = columns === undefined ? Number.NaN : integer(columns, 'value')
    this.#savedKey = this.#nextKey
  }

  readonly nextKey = (): number => this.#nextKey++

  /** A step on an active process instance. Throws `NOT_FOUND` or `DefinitionNotLoaded`. */
  step(processInstanceKey: number): Step {
    const state = this.#cache.get(processInstanceKey) ?? this.#read(processInstanceKey)
    this.#touched.add(processInstanceKey)
    const definitionKey = state.processInstance?.definitionKey ?? 0
    return new Step(state, this.definitions.get(definitionKey), this)
  }

  /** Takes over a step that is done. */
  add(step: Step): void {
    this.#pending.push(step)
  }

  begin(now: number): void {
    this.now = now
    this.#database.exec('BEGIN IMMEDIATE')
  }

  #read(processInstanceKey: number): InstanceState {
    const state = this.#reader.read(processInstanceKey)
    if (state === undefined) {
      throw new OrchestrationError(
        'NOT_FOUND',
        `No active process instance ${processInstanceKey} exists: ` +
          'it has ended, or the key is wrong.',
      )
    }
    this.#cache.put(processInstanceKey, state)
    return state
  }

  /** The current command is done: writes its rows. */
  flush(): void {
    for (const step of this.#pending) this.#writer.write(step.events)
    for (const { processInstance, state } of this.#pending) {
      if (processInstance.endedAt === null) this.#cache.put(processInstance.key, state)
      else this.#cache.drop(processInstance.key)
    }
    this.#done.push(...this.#pending)
    this.#pending = []
    this.#touched.clear()
  }

  /** The current command failed: forgets what it changed in memory. */
  discard(): void {
    for (const key of this.#touched) this.#cache.drop(key)
    this.#pending = []
    this.#touched.clear()
  }

  /** The steps of all commands, durable from here on. */
  commit(): readonly Step[] {
    if (this.#nextKey !== this.#savedKey) this.#saveKey.run(this.#nextKey)
    this.#database.exec('COMMIT')
    this.#savedKey = this.#nextKey
    this.#cache.trim()
    const done = this.#done
    this.#done = []
    return done
  }

  /** After a failure; the connection may be beyond that, and is not used again. */
  rollback(): void {
    try {
      this.#database.exec('ROLLBACK')
    } catch {
      // SQLite has rolled back by itself.
    }
  }
}
