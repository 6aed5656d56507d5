import { Worker } from 'node:worker_threads'
import { OrchestrationError } from '@tenon/orchestration'
import { readingFailed, toFailure } from '../storage/errors.ts'
import type { Answered, Asked, Question, Reading } from './reading.ts'

/** Questions that wait at most; one more is refused. */
export const waitingQuestionsMax = 1_000

interface Waiting {
  readonly asked: Asked
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
}

export interface ReaderThreadOptions {
  /** Of `engine.db`. */
  readonly path: string
  /** How long one question may take, from when those before it are answered. */
  readonly timeoutMs: number
}

/**
 * Reads in a thread of its own, one question after the other. A thread that takes too long is
 * given up with the question that it was at; the others go on in a new one.
 */
export class ReaderThread {
  readonly #options: ReaderThreadOptions
  /** By id; the first is the one that is being answered. */
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #timer: NodeJS.Timeout | undefined
  #lastId = 0
  #isClosed = false

  constructor(options: ReaderThreadOptions) {
    this.#options = options
  }

  read(question: Question): Promise<Reading> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(closed())
      if (this.#waiting.size >= waitingQuestionsMax) return reject(exhausted())
      const asked = { id: ++this.#lastId, question }
      this.#waiting.set(asked.id, { asked, resolve, reject })
      this.#ask(asked)
      if (this.#waiting.size === 1) this.#watchFirst()
    })
  }

  /** Refuses what waits, and everything later. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#rejectAll(closed())
    await this.#abandon()
  }

  #ask(asked: Asked): void {
    const worker = (this.#worker ??= this.#start())
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    worker.postMessage(asked)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: this.#options.path,
    })
    worker.on('message', (answered: Answered) => {
      if (worker === this.#worker) this.#take(answered)
    })
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#lose(error)
    })
    return worker
  }

  #take(answered: Answered): void {
    const waiting = this.#waiting.get(answered.id)
    this.#waiting.delete(answered.id)
    this.#watchFirst()
    if ('reading' in answered) waiting?.resolve(answered.reading)
    else waiting?.reject(readingFailed(this.#options.path, answered.failure))
  }

  #watchFirst(): void {
    clearTimeout(this.#timer)
    if (this.#waiting.size === 0) return
    this.#timer = setTimeout(() => this.#expire(), this.#options.timeoutMs)
  }

  /** Gives up the first question. */
  #expire(): void {
    void this.#abandon()
    const [first] = this.#waiting.values()
    if (first === undefined) return
    this.#waiting.delete(first.asked.id)
    first.reject(timedOut(this.#options.timeoutMs))
    for (const { asked } of this.#waiting.values()) this.#ask(asked)
    this.#watchFirst()
  }

  /** The thread has died, so nobody answers what waits. */
  #lose(cause: unknown): void {
    this.#rejectAll(readingFailed(this.#options.path, toFailure(cause)))
    void this.#abandon()
  }

  #rejectAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
    clearTimeout(this.#timer)
  }

  async #abandon(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }
}

const timedOut = (timeoutMs: number): OrchestrationError =>
  new OrchestrationError(
    'SEARCH_TIMED_OUT',
    `The search took more than ${timeoutMs} ms and was given up. ` +
      'Narrow its filter, for example by a process instance key, or ask for a smaller page.',
  )

const exhausted = (): OrchestrationError =>
  new OrchestrationError(
    'RESOURCE_EXHAUSTED',
    `${waitingQuestionsMax} searches wait already. Try again after a short wait.`,
  )

const closed = (): OrchestrationError =>
  new OrchestrationError('RESOURCE_EXHAUSTED', 'Tenon is stopping. Try again when it is back.')
