import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DueTimer } from './due-timer.ts'
import { EngineClock } from './engine-clock.ts'

let dueAt: number[]
let timer: DueTimer

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  dueAt = []
  timer = new DueTimer(new EngineClock(Date.now), () => dueAt.push(Date.now()))
})
afterEach(() => {
  timer.close()
  vi.useRealTimers()
})

describe('a due timer', () => {
  it('calls once, at the earliest time, and at once for a time that has passed', () => {
    for (const time of [30, 10, 20]) timer.schedule(time)
    vi.advanceTimersByTime(100)
    expect(dueAt).toEqual([10])

    timer.schedule(50)
    vi.advanceTimersByTime(0)
    expect(dueAt).toEqual([10, 100])
  })

  it('does not call all the time until one that is further away than a timer of Node reaches', () => {
    const year = 365 * 24 * 60 * 60 * 1_000
    timer.schedule(100 * year)
    vi.advanceTimersByTime(24 * 60 * 60 * 1_000)
    expect(dueAt).toEqual([])
    vi.advanceTimersByTime(year)
    expect(dueAt).toHaveLength(1)
  })

  it('does not call any more when it is closed', () => {
    timer.schedule(10)
    timer.close()
    timer.schedule(20)
    vi.advanceTimersByTime(100)
    expect(dueAt).toEqual([])
  })
})
