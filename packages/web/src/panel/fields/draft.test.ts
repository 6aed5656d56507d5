import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Draft, pauseMs } from './draft.ts'
import { writePendingEdits } from './pending-edits.ts'

describe('Draft', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const written: string[] = []
  const draft = () => {
    written.length = 0
    const made = new Draft()
    made.writeWith((text) => written.push(text))
    return made
  }

  it('writes the last text once, after a pause', () => {
    // given
    const typed = draft()

    // when
    typed.type('a')
    vi.advanceTimersByTime(pauseMs - 1)
    typed.type('ab')
    vi.advanceTimersByTime(pauseMs)
    vi.advanceTimersByTime(pauseMs)

    // then
    expect(written).toEqual(['ab'])
    expect(typed.isWaiting).toBe(false)
  })

  it('writes at once when it is settled, and not again', () => {
    const typed = draft()
    typed.type('a')
    typed.settle()
    typed.settle()
    vi.advanceTimersByTime(pauseMs)
    expect(written).toEqual(['a'])
  })

  it('is written before a model is saved', () => {
    const typed = draft()
    typed.type('a')
    writePendingEdits()
    expect(written).toEqual(['a'])
  })
})
