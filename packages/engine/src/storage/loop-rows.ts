import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { InstanceState } from '../core/instance-state.ts'
import { VariableValue, type Loop, type LoopOutput } from '../core/rows.ts'
import { integer, text } from './columns.ts'

/** Writes multi-instances that go on; those that have ended leave nothing behind. */
export class LoopWriter {
  readonly #update: StatementSync
  readonly #insert: StatementSync
  readonly #insertItems: StatementSync
  readonly #output: StatementSync
  readonly #gone: readonly StatementSync[]

  constructor(database: DatabaseSync) {
    this.#update = database.prepare('UPDATE loop SET started = ? WHERE key = ?')
    this.#insert = database.prepare(
      'INSERT INTO loop (key, process_instance_key, body_key, started) VALUES (?, ?, ?, ?)',
    )
    this.#insertItems = database.prepare('INSERT INTO loop_items (loop_key, items) VALUES (?, ?)')
    this.#output = database.prepare(
      `INSERT INTO loop_output (loop_key, loop_counter, value) VALUES (?, ?, ?)
        ON CONFLICT (loop_key, loop_counter) DO UPDATE SET value = excluded.value`,
    )
    this.#gone = [
      database.prepare('DELETE FROM loop WHERE key = ?'),
      database.prepare('DELETE FROM loop_items WHERE loop_key = ?'),
      database.prepare('DELETE FROM loop_output WHERE loop_key = ?'),
    ]
  }

  write({ key, processInstanceKey, bodyKey, items, started, endedAt }: Loop): void {
    if (endedAt !== null) {
      for (const statement of this.#gone) statement.run(key)
    } else if (this.#update.run(started, key).changes === 0) {
      this.#insert.run(key, processInstanceKey, bodyKey, started)
      this.#insertItems.run(key, items.text)
    }
  }

  writeOutput({ loopKey, loopCounter, value }: LoopOutput): void {
    this.#output.run(loopKey, loopCounter, value.text)
  }
}

/** Reads the multi-instances of a process instance. */
export class LoopReader {
  readonly #loops: StatementSync
  readonly #outputs: StatementSync

  constructor(database: DatabaseSync) {
    this.#loops = database.prepare(
      `SELECT * FROM loop JOIN loop_items ON loop_items.loop_key = loop.key
        WHERE process_instance_key = ?`,
    )
    this.#outputs = database.prepare('SELECT * FROM loop_output WHERE loop_key = ?')
  }

  read(processInstanceKey: number, state: InstanceState): void {
    for (const columns of this.#loops.all(processInstanceKey)) {
      const loop: Loop = {
        key: integer(columns, 'key'),
        processInstanceKey,
        bodyKey: integer(columns, 'body_key'),
        items: VariableValue.ofText(text(columns, 'items')),
        started: integer(columns, 'started'),
        endedAt: null,
      }
      state.apply({ entity: 'loop', row: loop })
      this.#readOutputs(loop, state)
    }
  }

  #readOutputs({ key: loopKey, bodyKey }: Loop, state: InstanceState): void {
    for (const columns of this.#outputs.all(loopKey)) {
      const loopCounter = integer(columns, 'loop_counter')
      const value = VariableValue.ofText(text(columns, 'value'))
      state.apply({ entity: 'loopOutput', row: { loopKey, bodyKey, loopCounter, value } })
    }
  }
}
