import { isModelsKey, isTouchedBy, type EngineChange } from '../api/query-keys.ts'
import type { Touches } from './refresh.ts'

/** What is used of an `EventSource`. */
export interface EventStream {
  readonly readyState: number
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void
  close(): void
}

export interface Surroundings {
  readonly openStream: () => EventStream
  readonly refresh: (touches: Touches) => void
  /** That of the page: what is hidden costs nothing. */
  readonly isHidden: () => boolean
}

/** Keeps what pages show as it is on the server. */
export interface Live {
  /** True while the server does not report changes, so that all is fetched now and then. */
  readonly isLost: () => boolean
  /** Calls the listener when `isLost` changes; returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void
  /** To be called when the page is shown or hidden, and to begin. */
  readonly followVisibility: () => void
  readonly stop: () => void
}

/** Milliseconds between fetches, and between attempts to connect, while the stream is down. */
const pollMs = 5_000

const closed = 2
const everything: Touches = () => true

export const createLive = ({ openStream, refresh, isHidden }: Surroundings): Live => {
  let stream: EventStream | undefined
  let poll: ReturnType<typeof setInterval> | undefined
  const listeners = new Set<() => void>()

  const setLost = (isLost: boolean) => {
    if (isLost === (poll !== undefined)) return
    clearInterval(poll)
    poll = isLost ? setInterval(pollOnce, pollMs) : undefined
    for (const listener of listeners) listener()
  }
  const pollOnce = () => {
    if (isHidden()) return
    refresh(everything)
    // The browser connects again by itself, unless the server refused.
    if (stream?.readyState === closed) open()
  }
  const open = () => {
    const opened = openStream()
    stream = opened
    opened.addEventListener('open', () => {
      // The server says itself what may have changed before.
      setLost(false)
    })
    opened.addEventListener('error', () => {
      setLost(true)
    })
    opened.addEventListener('models', () => {
      refresh(isModelsKey)
    })
    opened.addEventListener('engine', ({ data }) => {
      // As for answers: the server that reports it has served this page.
      const change = JSON.parse(data) as EngineChange
      refresh((key) => isTouchedBy(key, change))
    })
  }
  const close = () => {
    stream?.close()
    stream = undefined
  }

  return {
    isLost: () => poll !== undefined,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    followVisibility: () => {
      if (isHidden()) close()
      else if (stream === undefined) open()
    },
    stop: () => {
      close()
      setLost(false)
    },
  }
}
