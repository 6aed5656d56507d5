import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftSaver, type DraftContent } from './draft-saver.ts'

class Refused extends Error {
  readonly verdict: 'conflict' | 'again' | 'refused'
  constructor(verdict: 'conflict' | 'again' | 'refused') {
    super(verdict)
    this.verdict = verdict
  }
}

/** A server that has one model, and a page that edits it. */
const edit = () => {
  const page = { name: 'Order', xml: 'v0' }
  const sent: (DraftContent & { readonly revision: number; readonly isLeaving: boolean })[] = []
  const failures: Refused[] = []
  let kept: (DraftContent & { readonly revision: number }) | undefined
  const saver = new DraftSaver(
    { revision: 1 },
    {
      read: () => Promise.resolve({ ...page }),
      send: (content, revision, isLeaving) => {
        sent.push({ ...content, revision, isLeaving })
        const failure = failures.shift()
        return failure === undefined
          ? Promise.resolve({ revision: revision + 1 })
          : Promise.reject(failure)
      },
      judge: (error) => (error instanceof Refused ? error.verdict : 'again'),
      keep: (content, revision) => {
        kept = { ...content, revision }
      },
      forget: () => {
        kept = undefined
      },
    },
  )
  const leave = saver.subscribe(() => {})
  const change = (xml: string): void => {
    page.xml = xml
    saver.changed()
  }
  return { saver, sent, failures, change, leave, kept: () => kept }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a draft', () => {
  it('is saved once, a moment after the last of several changes', async () => {
    const { saver, sent, change } = edit()
    change('v1')
    await vi.advanceTimersByTimeAsync(700)
    change('v2')
    await vi.advanceTimersByTimeAsync(700)
    expect(sent).toEqual([])
    expect(saver.view.state.kind).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(100)
    expect(sent).toEqual([{ name: 'Order', xml: 'v2', revision: 1, isLeaving: false }])
    expect(saver.view.state.kind).toBe('saved')
  })

  it('is saved from the revision that the last save gave', async () => {
    const { sent, change } = edit()
    change('v1')
    await vi.advanceTimersByTimeAsync(800)
    change('v2')
    await vi.advanceTimersByTimeAsync(800)
    expect(sent.map(({ revision }) => revision)).toEqual([1, 2])
  })

  it('saves what changed while it was being saved, afterwards', async () => {
    const { saver, sent, change } = edit()
    change('v1')
    const saving = saver.save()
    change('v2')
    await saving
    expect(saver.view.state.kind).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(800)
    expect(sent.map(({ xml }) => xml)).toEqual(['v1', 'v2'])
    expect(saver.view.state.kind).toBe('saved')
  })

  it('tries again, ever more slowly, while the server is away, and loses nothing', async () => {
    const { saver, sent, failures, change, kept } = edit()
    failures.push(new Refused('again'), new Refused('again'))
    change('v1')
    await vi.advanceTimersByTimeAsync(800)
    expect(saver.view.state).toMatchObject({ kind: 'failed', isTriedAgain: true })
    expect(kept()).toEqual({ name: 'Order', xml: 'v1', revision: 1 })
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(sent).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toHaveLength(3)
    expect(saver.view.state.kind).toBe('saved')
    expect(kept()).toBeUndefined()
  })

  it('stops when the page is left, and leaves a copy of what is not saved', async () => {
    const { saver, sent, failures, change, leave, kept } = edit()
    failures.push(new Refused('again'))
    change('v1')
    leave()
    await saver.save()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(kept()).toEqual({ name: 'Order', xml: 'v1', revision: 1 })
  })

  it('does not repeat what the server refuses until it changes', async () => {
    const { saver, sent, failures, change } = edit()
    failures.push(new Refused('refused'))
    change('too large')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(saver.view.state).toMatchObject({ kind: 'failed', isTriedAgain: false })
    change('smaller')
    await vi.advanceTimersByTimeAsync(800)
    expect(saver.view.state.kind).toBe('saved')
  })

  it('sends nothing after someone else has changed the model, and keeps a copy of each change', async () => {
    const { saver, sent, failures, change, kept } = edit()
    failures.push(new Refused('conflict'))
    change('mine')
    await vi.advanceTimersByTimeAsync(800)
    expect(saver.view.state.kind).toBe('conflict')
    change('mine, more')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(kept()).toEqual({ name: 'Order', xml: 'mine, more', revision: 1 })
    expect(await saver.save()).toBe(false)
  })

  it('in conflict since before the page was opened stays so, whatever is changed', async () => {
    const { saver, sent, change, kept } = edit()
    saver.conflict(0)
    change('mine, more')
    await vi.runAllTimersAsync()
    expect(sent).toEqual([])
    expect(kept()).toEqual({ name: 'Order', xml: 'mine, more', revision: 0 })
  })

  it('sends nothing while something is done with what is saved, and goes on from what came of it', async () => {
    const { saver, sent, change } = edit()
    change('v1')
    const deployed = Promise.withResolvers<{ revision: number }>()
    const deploying = saver.whenSaved(() => deployed.promise)
    await vi.advanceTimersByTimeAsync(0)
    change('v2')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent.map(({ xml }) => xml)).toEqual(['v1'])
    deployed.resolve({ revision: 7 })
    expect(await deploying).toEqual({ revision: 7 })
    await vi.advanceTimersByTimeAsync(800)
    expect(sent[1]).toMatchObject({ xml: 'v2', revision: 7 })
    expect(saver.view.isSaved).toBe(true)
  })

  it('goes on saving after something failed that was done with it', async () => {
    const { saver, sent, change } = edit()
    await expect(saver.whenSaved(() => Promise.reject(new Refused('refused')))).rejects.toThrow(
      'refused',
    )
    change('v1')
    await vi.advanceTimersByTimeAsync(800)
    expect(sent).toHaveLength(1)
  })

  it('does nothing with what could not be saved', async () => {
    const { saver, failures, change } = edit()
    failures.push(new Refused('refused'))
    change('v1')
    expect(await saver.whenSaved(() => expect.fail('not saved'))).toBeUndefined()
  })

  it('is sent at once when the page is left, and not at all when nothing has changed', async () => {
    const { saver, sent, change } = edit()
    expect(await saver.save({ isLeaving: true })).toBe(true)
    change('v1')
    expect(await saver.save({ isLeaving: true })).toBe(true)
    expect(sent).toEqual([{ name: 'Order', xml: 'v1', revision: 1, isLeaving: true }])
  })
})
