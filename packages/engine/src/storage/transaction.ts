import { randomUUID } from 'node:crypto'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { OrchestrationError } from '@tenon/orchestration'
import type { SecretSeal } from '@tenon/orchestration/secret-seal'
import type { Effect } from '../core/effect.ts'
import type { InstanceState } from '../core/instance-state.ts'
import { Step, transitionsPerStepMax, type Environment } from '../core/step.ts'
import { performEffect } from '../effects.ts'
import { integer } from './columns.ts'
import { DefinitionNotLoaded, DefinitionStore } from './definition-store.ts'
import { InstanceCache } from './instance-cache.ts'
import { MessageStore } from './message-store.ts'
import { RowReader } from './row-reader.ts'
import { RowWriter } from './row-writer.ts'
import { StartSubscriptions } from './start-subscriptions.ts'
import { StartTimers } from './start-timers.ts'
import { WorkFinder, type Owned } from './work-finder.ts'

/**
 * Instances that events of one command may move; what more they reach goes on with later commands, so
 * that neither a signal to many nor one that leads to itself blocks anybody.
 */
export const instancesPerCommandMax = 1_000

/** A unit of work, all or nothing; it must not wait for anything. */
export type Command<Reply> = (transaction: Transaction) => Reply

/** What a command sees and changes. The commands of a group are committed together. */
export class Transaction implements Environment {
  readonly definitions: DefinitionStore
  readonly find: WorkFinder
  readonly messages: MessageStore
  readonly starts: StartSubscriptions
  readonly startTimers: StartTimers
  now = 0
  readonly timeZone: string
  readonly random = Math.random
  readonly uuid = randomUUID
  readonly #database: DatabaseSync
  readonly #reader: RowReader
  readonly #writer: RowWriter
  readonly #cache = new InstanceCache()
  readonly #begin: StatementSync
  readonly #commit: StatementSync
  readonly #savepoint: StatementSync
  readonly #release: StatementSync
  readonly #rollbackToSavepoint: StatementSync
  readonly #saveKey: StatementSync
  #nextKey: number
  #savedKey: number
  /** Instances that the current command has in its hands. */
  readonly #touched = new Map<number, InstanceState>()
  /** Steps of the current command: those to be written, and those that are. */
  #pending: Step[] = []
  #written: Step[] = []
  /** Those of the commands of the group that are done. */
  #done: Step[] = []
  /** Instances that events have moved in the current command. */
  #moved = 0
  /** Instances in memory that hold changes of a command that failed. */
  readonly #spoilt = new Set<InstanceState>()

  constructor(database: DatabaseSync, seal: SecretSeal, timeZone: string) {
    this.#database = database
    this.timeZone = timeZone
    this.definitions = new DefinitionStore(database, seal)
    this.find = new WorkFinder(database)
    this.messages = new MessageStore(database)
    this.starts = new StartSubscriptions(database)
    this.startTimers = new StartTimers(database)
    this.#reader = new RowReader(database)
    this.#writer = new RowWriter(database)
    this.#begin = database.prepare('BEGIN IMMEDIATE')
    this.#commit = database.prepare('COMMIT')
    this.#savepoint = database.prepare('SAVEPOINT command')
    this.#release = database.prepare('RELEASE command')
    this.#rollbackToSavepoint = database.prepare('ROLLBACK TO command')
    this.#saveKey = database.prepare("UPDATE meta SET value = ? WHERE name = 'next_key'")
    const columns = database.prepare("SELECT value FROM meta WHERE name = 'next_key'").get() ?? {}
    this.#nextKey = integer(columns, 'value')
    this.#savedKey = this.#nextKey
  }

  readonly nextKey = (): number => this.#nextKey++

  /** A step on an active process instance. Throws `NOT_FOUND` or `DefinitionNotLoaded`. */
  step(processInstanceKey: number): Step {
    const state = this.#instance(processInstanceKey)
    this.#touched.set(processInstanceKey, state)
    return this.#stepOn(state)
  }

  /** The same; undefined where the instance has ended or its definition cannot be read any more. */
  stepIfActive(processInstanceKey: number): Step | undefined {
    try {
      return this.step(processInstanceKey)
    } catch (error) {
      if (error instanceof OrchestrationError) return undefined
      throw error
    }
  }

  /**
   * Steps on the owners of rows, as many as are ready. One whose definition cannot be read any
   * more is left out, so that it does not stop the others.
   */
  *steps(rows: Iterable<Owned>): Generator<{ readonly key: number; readonly step: Step }> {
    let isFirst = true
    for (const { key, processInstanceKey } of rows) {
      const step = this.#stepIfReady(processInstanceKey, isFirst)
      if (step === 'later') return
      if (step === undefined) continue
      isFirst = false
      yield { key, step }
    }
  }

  /** Transitions that one more instance may take which an event moves. */
  nextBudget(): number {
    this.#moved += 1
    return this.#moved <= instancesPerCommandMax ? transitionsPerStepMax : 0
  }

  /** Takes over a step that is done. */
  add(step: Step): void {
    this.#pending.push(step)
  }

  begin(now: number): void {
    this.now = now
    this.#begin.run()
  }

  /** Runs a command and writes its rows; when it throws, nothing of it is left. */
  run<Reply>(command: Command<Reply>): Reply {
    this.#savepoint.run()
    this.#moved = 0
    try {
      const reply = command(this)
      this.#settle()
      this.#keep()
      return reply
    } catch (error) {
      this.#discard()
      this.#rollbackToSavepoint.run()
      throw error
    } finally {
      if (this.#database.isTransaction) this.#release.run()
    }
  }

  /** The steps of all commands, durable from here on. */
  commit(): readonly Step[] {
    if (this.#nextKey !== this.#savedKey) this.#saveKey.run(this.#nextKey)
    this.#commit.run()
    this.#savedKey = this.#nextKey
    const done = this.#done.flatMap((step) => this.#unspoilt(step) ?? [])
    this.#done = []
    this.#spoilt.clear()
    this.#cache.trim()
    this.definitions.trim()
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

  /** Writes what the steps have done, and performs their effects, which are steps again. */
  #settle(): void {
    const effects = [...this.#write()]
    // Grows as it is gone through.
    for (const effect of effects) {
      performEffect(this, effect)
      effects.push(...this.#write())
    }
  }

  #write(): readonly Effect[] {
    const steps = this.#pending
    this.#pending = []
    for (const { processInstance, state, events } of steps) {
      this.#writer.write(events)
      this.#touched.set(processInstance.key, state)
      if (processInstance.endedAt === null) this.#cache.put(processInstance.key, state)
      else this.#cache.drop(processInstance.key)
    }
    this.#written.push(...steps)
    return steps.flatMap(({ effects }) => effects)
  }

  #keep(): void {
    this.#done.push(...this.#written)
    this.#written = []
    this.#touched.clear()
  }

  #discard(): void {
    for (const [key, state] of this.#touched) {
      this.#cache.drop(key)
      this.#spoilt.add(state)
    }
    this.#pending = []
    this.#written = []
    this.#touched.clear()
  }

  /** The step, with the state as it was committed, also where a later command spoilt it. */
  #unspoilt(step: Step): Step | undefined {
    if (!this.#spoilt.has(step.state)) return step
    const { key } = step.processInstance
    const state = this.#cache.get(key) ?? this.#reader.read(key)
    if (state === undefined) return undefined
    const renewed = this.#stepOn(state)
    renewed.events.push(...step.events)
    return renewed
  }

  #stepIfReady(processInstanceKey: number, isFirst: boolean): Step | 'later' | undefined {
    try {
      return this.step(processInstanceKey)
    } catch (error) {
      if (error instanceof OrchestrationError) return undefined
      // What was found already is enough for now; loading comes with the next command.
      if (error instanceof DefinitionNotLoaded && !isFirst) return 'later'
      throw error
    }
  }

  #stepOn(state: InstanceState): Step {
    const definitionKey = state.processInstance?.definitionKey ?? 0
    return new Step(state, this.definitions.get(definitionKey), this)
  }

  #instance(processInstanceKey: number): InstanceState {
    const cached = this.#cache.get(processInstanceKey)
    if (cached !== undefined) return cached
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
}
