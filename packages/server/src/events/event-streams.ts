import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Queries } from '@tenon/orchestration'
import { ServerError } from '../errors.ts'
import { limits } from '../limits.ts'
import { ChangeSet } from './change-set.ts'
import { EventStream } from './event-stream.ts'

/** How long a client waits before it connects again. */
const retryMs = 2_000

/**
 * Tells clients what has changed. All get the same text at the same times, so that many of them
 * cost little. An id is that of this object and the number of texts: who comes back with the last
 * one has missed nothing.
 */
export class EventStreams {
  readonly #watch: Queries['watch']
  readonly #streams = new Set<EventStream>()
  readonly #startId = randomUUID()
  #number = 0
  #pending: ChangeSet | undefined
  #unwatch: (() => void) | undefined
  #sending: NodeJS.Timeout | undefined
  #heartbeat: NodeJS.Timeout | undefined
  /** Runs while nobody listens, but somebody may come back. */
  #lingering: NodeJS.Timeout | undefined

  constructor({ watch }: Pick<Queries, 'watch'>) {
    this.#watch = watch
  }

  /** Events from now on; one that tells to read all anew first, unless it resumes from the last. */
  open(lastEventId: string | undefined): Readable {
    if (this.#streams.size >= limits.eventStreamsMax) throw tooMany()
    this.#start()
    const stream = new EventStream(() => this.#everything())
    this.#streams.add(stream)
    stream.once('close', () => this.#forget(stream))
    const isUpToDate = lastEventId === this.#id
    stream.send(`retry: ${retryMs}\n${isUpToDate ? `id: ${this.#id}\n\n` : this.#everything()}`)
    return stream
  }

  modelsChanged(): void {
    // Who comes back later is told to read all anew anyway.
    if (this.#unwatch !== undefined) this.#changes().addModels()
  }

  /** Ends all streams. */
  close(): void {
    for (const stream of this.#streams) stream.end()
    this.#stop()
  }

  get #id(): string {
    return `${this.#startId}-${this.#number}`
  }

  #everything(): string {
    return ChangeSet.all().toText(this.#id)
  }

  #start(): void {
    clearTimeout(this.#lingering)
    this.#unwatch ??= this.#watch((changes) => this.#changes().add(changes))
    this.#heartbeat ??= setInterval(() => this.#sendToAll(':\n\n'), limits.eventHeartbeatMs)
  }

  #forget(stream: EventStream): void {
    this.#streams.delete(stream)
    if (this.#streams.size > 0 || this.#unwatch === undefined) return
    clearTimeout(this.#lingering)
    this.#lingering = setTimeout(() => this.#stop(), limits.eventLingerMs)
  }

  #stop(): void {
    clearTimeout(this.#lingering)
    clearTimeout(this.#sending)
    clearInterval(this.#heartbeat)
    this.#heartbeat = undefined
    this.#unwatch?.()
    this.#unwatch = undefined
    this.#pending = undefined
    // What changes from now on nobody counts.
    this.#number += 1
  }

  /** Those that the next event tells. */
  #changes(): ChangeSet {
    if (this.#pending !== undefined) return this.#pending
    this.#sending = setTimeout(() => this.#send(), limits.eventCoalesceMs)
    return (this.#pending = new ChangeSet(limits.eventKeysMax))
  }

  #send(): void {
    const changes = this.#pending
    this.#pending = undefined
    this.#number += 1
    if (changes !== undefined) this.#sendToAll(changes.toText(this.#id))
  }

  #sendToAll(text: string): void {
    for (const stream of this.#streams) stream.send(text)
  }
}

const tooMany = (): ServerError =>
  new ServerError(
    'EVENT_STREAMS_EXHAUSTED',
    `${limits.eventStreamsMax} clients listen already. Close some, then connect again.`,
  )
