import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import type { FoundZeebe } from '../zeebe/find-zeebe.ts'
import { runJava } from '../zeebe/run-java.ts'
import { zeebeRecords, type ZeebeRecord } from './zeebe-record.ts'

/** A line for RunZeebe.java. */
export type Request = LogCommand | { readonly advanceMs: number } | { readonly restart: true }

/** A command as it stands in Zeebe's log. */
export interface LogCommand {
  readonly valueType: string
  readonly intent: string
  readonly key?: number
  readonly value: unknown
}

/** Zeebe's log, in a process of its own. */
export class ZeebeLog {
  readonly #child
  readonly #lines
  readonly #errors: Promise<string>

  constructor(zeebe: FoundZeebe) {
    this.#child = runJava(zeebe, join(import.meta.dirname, 'RunZeebe.java'))
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]()
    this.#errors = text(this.#child.stderr)
  }

  /** Returns what has happened since, once nothing more happens by itself. */
  async request(request: Request): Promise<readonly ZeebeRecord[]> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`)
    const line = await this.#lines.next()
    if (line.done === true) throw new Error(`Zeebe has ended: ${await this.#errors}`)
    return zeebeRecords.parse(JSON.parse(line.value))
  }

  async close(): Promise<void> {
    const exit = once(this.#child, 'close')
    this.#child.stdin.end()
    await exit
  }
}
