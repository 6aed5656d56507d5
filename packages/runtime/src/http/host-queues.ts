import { HttpError } from '@tenon/sdk'
import { httpLimits } from './http-limits.ts'

/** Gives a place back; the next in the queue gets it. */
export type Leave = () => void

type Enter = () => void

/** How long somebody waits. */
export interface Patience {
  readonly signal: AbortSignal
  /** On `performance.now()`. */
  readonly deadline: number
}

interface Host {
  underWay: number
  readonly waiting: Set<Enter>
}

const nobody = (): Host => ({ underWay: 0, waiting: new Set() })

/**
 * How many calls a host gets at a time, and how many more may wait: what comes beyond is refused
 * at once, so that a system that hangs holds only so much of us. Of the places for all hosts no
 * host gets more than are left free, so that several that hang leave some to the others.
 */
export class HostQueues {
  readonly #hosts = new Map<string, Host>()
  /** Under way or waiting, to all hosts. */
  #calls = 0

  /**
   * Waits for a place. Throws the signal's reason when it aborts, and `HTTP_BUSY` where as many wait
   * as may or the deadline passes: the call was not made then.
   */
  async enter(origin: string, until: Patience): Promise<Leave> {
    const host = this.#hosts.get(origin) ?? nobody()
    if (host.underWay + host.waiting.size >= this.#shareOfHost()) throw busy(origin, host)
    this.#calls++
    await this.#takePlace(origin, host, until)
    let hasLeft = false
    return () => {
      if (!hasLeft) this.#leave(origin, host)
      hasLeft = true
    }
  }

  #shareOfHost(): number {
    const { connectionsPerHostMax, waitingPerHostMax, callsMax } = httpLimits
    return Math.min(connectionsPerHostMax + waitingPerHostMax, callsMax - this.#calls)
  }

  async #takePlace(origin: string, host: Host, until: Patience): Promise<void> {
    this.#hosts.set(origin, host)
    if (host.underWay < httpLimits.connectionsPerHostMax) {
      host.underWay++
      return
    }
    try {
      await wait(host, origin, until)
    } catch (error) {
      this.#calls--
      throw error
    }
  }

  /** A place that somebody waits for passes on, without being free in between. */
  #leave(origin: string, host: Host): void {
    this.#calls--
    const [next] = host.waiting
    if (next !== undefined) {
      host.waiting.delete(next)
      next()
      return
    }
    host.underWay--
    if (host.underWay === 0) this.#hosts.delete(origin)
  }
}

const wait = (host: Host, origin: string, { signal, deadline }: Patience): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  // At once, since a place that is given to somebody who has gone would be lost.
  const leave = (reason: unknown): void => {
    host.waiting.delete(resolve)
    reject(reason)
  }
  const abort = (): void => leave(signal.reason)
  const timer = setTimeout(
    () => leave(busy(origin, host)),
    Math.max(1, deadline - performance.now()),
  )
  host.waiting.add(resolve)
  signal.addEventListener('abort', abort, { once: true })
  return promise.finally(() => {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  })
}

/** The refusal of a call for which there is no place. */
const busy = (origin: string, { underWay, waiting }: Host): HttpError =>
  new HttpError(
    'HTTP_BUSY',
    `${origin} has ${underWay} calls under way and ${waiting.size} waiting, the most that it gets ` +
      'now. The call is made later.',
  )
