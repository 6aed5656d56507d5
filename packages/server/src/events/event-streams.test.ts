import type { Readable } from 'node:stream'
import type { Changes } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { limits } from '../limits.ts'
import { EventStreams } from './event-streams.ts'

let listeners: Set<(changes: Changes) => void>
let events: EventStreams

beforeEach(() => {
  vi.useFakeTimers()
  listeners = new Set()
  events = new EventStreams({
    watch: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  })
})
afterEach(() => {
  events.close()
  vi.useRealTimers()
})

const change = (...processInstanceKeys: string[]): void => {
  for (const listener of listeners) listener({ processInstanceKeys, hasNewDefinitions: false })
}

const gathered = (): unknown => vi.advanceTimersByTime(limits.eventCoalesceMs)

/** What has been sent since the last call. */
const read = (stream: Readable): string => {
  const bytes: unknown = stream.read()
  return Buffer.isBuffer(bytes) ? bytes.toString() + read(stream) : ''
}

const lastIdIn = (text: string): string | undefined => /id: (\S+)\n\n$/.exec(text)?.[1]

/** Opens a stream and reads what it begins with. */
const open = (lastEventId?: string) => {
  const stream = events.open(lastEventId)
  const hello = read(stream)
  return { stream, hello, id: lastIdIn(hello) }
}

const everything =
  'event: engine\ndata: {"processInstanceKeys":[],"hasNewDefinitions":true,"all":true}\n\n' +
  'event: models\ndata: {}\nid: '

describe('a stream', () => {
  it('begins with all, for nobody knows what the client has seen', () => {
    const { hello } = open()
    expect(hello).toContain(everything)
    expect(hello).toMatch(/^retry: \d+\n/)
  })

  it('tells what has changed within a short time as one event', () => {
    // given
    const { stream, id } = open()
    // when
    change('1', '2')
    change('2', '3')
    expect(read(stream)).toBe('')
    gathered()
    // then
    const text = read(stream)
    expect(text).toContain(
      'event: engine\ndata: {"processInstanceKeys":["1","2","3"],"hasNewDefinitions":false,"all":false}\n',
    )
    expect(text).not.toContain('event: models')
    expect(lastIdIn(text)).not.toBe(id)
    gathered()
    expect(read(stream)).toBe('')
  })

  it('tells that definitions and models have changed', () => {
    const { stream } = open()
    events.modelsChanged()
    for (const tell of listeners) tell({ processInstanceKeys: [], hasNewDefinitions: true })
    gathered()
    expect(read(stream)).toMatch(
      /^event: engine\ndata: {"processInstanceKeys":\[\],"hasNewDefinitions":true,"all":false}\n\nevent: models\ndata: {}\nid: \S+\n\n$/,
    )
  })

  it.each([
    [limits.eventKeysMax, false],
    [limits.eventKeysMax + 1, true],
    [limits.eventKeysMax * 10, true],
  ])('names %i instances, or tells of all: %s', (count, isAll) => {
    const { stream } = open()
    change(...Array.from({ length: count }, (_, index) => String(index)))
    gathered()
    const data: unknown = JSON.parse(/data: (.*)/.exec(read(stream))?.[1] ?? '')
    expect(data).toMatchObject({ all: isAll })
    expect(data).toHaveProperty('processInstanceKeys.length', isAll ? 0 : count)
  })

  it('shows now and then that it lives', () => {
    const { stream } = open()
    vi.advanceTimersByTime(limits.eventHeartbeatMs)
    expect(read(stream)).toBe(':\n\n')
  })

  it('ends with the server', async () => {
    const { stream } = open()
    const ended = new Promise((resolve) => stream.once('end', resolve))
    events.close()
    stream.resume()
    await ended
    expect(listeners.size).toBe(0)
  })
})

describe('a client that comes back', () => {
  it('with the last id is told nothing but what comes', () => {
    const first = open()
    change('1')
    gathered()
    const id = lastIdIn(read(first.stream))
    const { stream, hello } = open(id)
    expect(hello).not.toContain('event:')
    change('2')
    gathered()
    expect(read(stream)).toContain('"processInstanceKeys":["2"]')
  })

  it('with an older id, or one of another start, is told of all', () => {
    const { id } = open()
    change('1')
    gathered()
    expect(open(id).hello).toContain(everything)
    expect(open('0198-7').hello).toContain(everything)
    expect(open('').hello).toContain(everything)
  })

  it('has missed nothing when it was the only one and away for a short time', async () => {
    // given
    const { stream, id } = open()
    stream.destroy()
    await new Promise((resolve) => stream.once('close', resolve))
    // when
    vi.advanceTimersByTime(limits.eventLingerMs - 1)
    const back = open(id)
    // then
    expect(back.hello).not.toContain('event:')
    // when it goes away and something changes
    back.stream.destroy()
    await new Promise((resolve) => back.stream.once('close', resolve))
    change('1')
    gathered()
    expect(open(id).hello).toContain(everything)
  })

  it('in time is still told what changes when that time is over', async () => {
    // given
    const { stream, id } = open()
    stream.destroy()
    await new Promise((resolve) => stream.once('close', resolve))
    vi.advanceTimersByTime(limits.eventLingerMs - 1)
    const back = open(id)
    // when
    vi.advanceTimersByTime(limits.eventLingerMs)
    read(back.stream)
    change('1')
    gathered()
    // then
    expect(read(back.stream)).toContain('"processInstanceKeys":["1"]')
  })

  it('is told what changes, whatever was being gathered when nobody was waited for', async () => {
    // given
    const { stream, id } = open()
    stream.destroy()
    await new Promise((resolve) => stream.once('close', resolve))
    vi.advanceTimersByTime(limits.eventLingerMs - 1)
    change('1')
    vi.advanceTimersByTime(1)
    // when
    const back = open(id)
    change('2')
    gathered()
    // then
    expect(back.hello).toContain(everything)
    expect(read(back.stream)).toContain('"processInstanceKeys":["2"]')
  })

  it('is told of all after a longer time, in which nothing was gathered', async () => {
    const { stream, id } = open()
    stream.destroy()
    await new Promise((resolve) => stream.once('close', resolve))
    vi.advanceTimersByTime(limits.eventLingerMs)
    expect(listeners.size).toBe(0)
    expect(open(id).hello).toContain(everything)
  })
})

describe('a client that does not read', () => {
  it('costs bounded memory, and is told of all once it reads', async () => {
    // given
    const { stream } = open()
    const { stream: other } = open()
    // when
    for (let n = 0; n < 1_000; n++) {
      change(...Array.from({ length: limits.eventKeysMax }, (_, index) => `${n}-${index}`))
      gathered()
      read(other)
    }
    // then
    expect(stream.readableLength).toBeLessThan(200_000)
    stream.resume()
    let text = ''
    stream.on('data', (bytes) => (text += String(bytes)))
    await vi.waitFor(() => expect(text).toContain(everything))
    change('last')
    gathered()
    await vi.waitFor(() => expect(text).toContain('"last"'))
  })

  it('does not hold up the end of the server', async () => {
    const { stream } = open()
    const closed = new Promise((resolve) => stream.once('close', resolve))
    for (let n = 0; n < 100; n++) {
      change(...Array.from({ length: limits.eventKeysMax }, (_, index) => `${n}-${index}`))
      gathered()
    }
    events.close()
    await closed
  })
})

it('takes so many clients and refuses one more, until one has gone', async () => {
  const streams = Array.from({ length: limits.eventStreamsMax }, () => events.open(undefined))
  expect(() => events.open(undefined)).toThrow(
    expect.objectContaining({ code: 'EVENT_STREAMS_EXHAUSTED' }),
  )
  streams[0]?.destroy()
  await new Promise((resolve) => streams[0]?.once('close', resolve))
  expect(() => events.open(undefined)).not.toThrow()
})
