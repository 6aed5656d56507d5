import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { engineKey, modelsKey, requestKey, type EngineChange } from '../api/query-keys.ts'
import { createLive, type EventStream } from './live.ts'
import type { Touches } from './refresh.ts'

const [connecting, closed] = [0, 2]

/** A stream whose server is the test. */
class TestStream implements EventStream {
  readyState = connecting
  isClosed = false
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>()
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(type, listener)
  }
  close(): void {
    this.isClosed = true
  }
  send(type: string, data: unknown = {}): void {
    this.#listeners.get(type)?.(new MessageEvent(type, { data: JSON.stringify(data) }))
  }
}

const start = () => {
  const streams: TestStream[] = []
  const changes: Touches[] = []
  const page = { isHidden: false }
  const live = createLive({
    openStream: () => {
      const stream = new TestStream()
      streams.push(stream)
      return stream
    },
    refresh: (touches) => changes.push(touches),
    isHidden: () => page.isHidden,
  })
  live.followVisibility()
  const latest = (): TestStream => {
    const stream = streams.at(-1)
    if (stream === undefined) throw new Error('No stream was opened.')
    return stream
  }
  return { live, streams, latest, changes, page }
}

const change: EngineChange = { processInstanceKeys: ['7'], hasNewDefinitions: false, all: false }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a connection that stands', () => {
  it('passes on what the server reports, and does not poll', () => {
    const { latest, changes, live } = start()
    latest().send('open')
    // when
    latest().send('engine', change)
    latest().send('models')
    vi.advanceTimersByTime(60_000)
    // then
    expect(changes).toHaveLength(2)
    expect(changes[0]?.(requestKey('7'))).toBe(true)
    expect(changes[0]?.(requestKey('8'))).toBe(false)
    expect(changes[1]?.(modelsKey('list'))).toBe(true)
    expect(changes[1]?.(engineKey('incidents'))).toBe(false)
    expect(live.isLost()).toBe(false)
  })
})

describe('a connection that is lost', () => {
  it('is told, polled for, and told again when it is back', () => {
    const { latest, changes, live, streams } = start()
    const told = vi.fn<() => void>()
    live.subscribe(told)
    // when
    latest().send('error')
    latest().send('error')
    // then
    expect(live.isLost()).toBe(true)
    expect(told).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(15_000)
    expect(changes).toHaveLength(3)
    // when the browser itself has connected again
    latest().send('open')
    vi.advanceTimersByTime(60_000)
    // then
    expect(live.isLost()).toBe(false)
    expect(changes).toHaveLength(3)
    expect(streams).toHaveLength(1)
  })

  it('is opened anew where the server refused it', () => {
    const { latest, streams } = start()
    latest().readyState = closed
    latest().send('error')
    vi.advanceTimersByTime(5_000)
    expect(streams).toHaveLength(2)
  })

  it('is not polled for while the page is hidden', () => {
    const { latest, changes, live, page } = start()
    latest().send('error')
    page.isHidden = true
    live.followVisibility()
    vi.advanceTimersByTime(60_000)
    expect(changes).toHaveLength(0)
  })
})

describe('a hidden page', () => {
  it('holds no connection, and opens one when it is shown', () => {
    const { latest, live, page, streams } = start()
    page.isHidden = true
    live.followVisibility()
    expect(latest().isClosed).toBe(true)
    page.isHidden = false
    live.followVisibility()
    live.followVisibility()
    expect(streams).toHaveLength(2)
    expect(latest().isClosed).toBe(false)
  })
})

it('stops for good', () => {
  const { latest, live, changes } = start()
  latest().send('error')
  live.stop()
  vi.advanceTimersByTime(60_000)
  expect(changes).toHaveLength(0)
  expect(latest().isClosed).toBe(true)
})
