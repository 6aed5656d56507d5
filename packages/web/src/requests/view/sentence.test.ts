import type { ElementType, JobState } from '@tenon/orchestration'
import { describe, expect, it } from 'vitest'
import { sentence, type Step } from './sentence.ts'

const step = (changes: Partial<Step> = {}, pass: Partial<Step['pass']> = {}): Step => ({
  pass: {
    elementId: 'call',
    elementName: 'Call the shop',
    type: 'SERVICE_TASK',
    state: 'ACTIVE',
    hasIncident: false,
    ...pass,
  },
  job: undefined,
  called: undefined,
  decision: undefined,
  attemptsMax: undefined,
  ...changes,
})

const later = '2026-11-22T12:00:07.000Z'

const job = (
  state: JobState,
  retries: number,
  deadline: string | null = null,
): NonNullable<Step['job']> => ({ state, retries, deadline })

describe('sentence', () => {
  it.each<[ElementType, string | null, string]>([
    ['START_EVENT', 'Order received', 'Started: Order received'],
    ['START_EVENT', null, 'Started'],
    ['END_EVENT', 'Paid', 'Ended: Paid'],
    ['END_EVENT', null, 'Ended'],
    ['EXCLUSIVE_GATEWAY', 'Enough?', 'Decided: Enough?'],
    ['EXCLUSIVE_GATEWAY', null, 'Passed a gateway'],
    ['PARALLEL_GATEWAY', 'call', 'Split or joined paths'],
    ['PARALLEL_GATEWAY', null, 'Split or joined paths'],
    ['BOUNDARY_EVENT', 'Out of stock', 'Caught: Out of stock'],
    ['SERVICE_TASK', 'Call the shop', 'Call the shop'],
    ['SERVICE_TASK', null, 'Service task'],
    ['SERVICE_TASK', 'call', 'Service task'],
  ])('tells of a completed %s named %s: %s', (type, elementName, expected) => {
    expect(sentence(step({}, { type, elementName, state: 'COMPLETED' }))).toBe(expected)
  })

  it('tells where a gateway decided to go', () => {
    const gateway = { type: 'EXCLUSIVE_GATEWAY', state: 'COMPLETED' } as const
    const decision = 'Deliver'

    expect(sentence(step({ decision }, { ...gateway, elementName: 'In stock?' }))).toBe(
      'Decided: In stock? → Deliver',
    )
    expect(sentence(step({ decision }, { ...gateway, elementName: null }))).toBe(
      'Passed a gateway → Deliver',
    )
  })

  it('calls a step without a name as the model does', () => {
    const called = 'HTTP request'

    expect(sentence(step({ called }, { elementName: 'call' }))).toBe('HTTP request is under way')
    expect(sentence(step({ called }))).toBe('Call the shop is under way')
  })

  it('tells of a cancelled step', () => {
    expect(sentence(step({}, { state: 'TERMINATED' }))).toBe('Call the shop was cancelled')
  })

  it('tells of a failed step, which itself tells why', () => {
    expect(sentence(step({}, { hasIncident: true }))).toBe('Call the shop failed')
  })

  it.each<[Step['job'], number | undefined, string]>([
    [job('CREATED', 3), 3, 'Call the shop is under way'],
    [job('CREATED', 2), 3, 'Call the shop is at its 2nd of 3 attempts'],
    [job('FAILED', 2), 3, 'Call the shop is at its 2nd of 3 attempts'],
    [job('FAILED', 2, later), 3, 'Call the shop waits for its 2nd of 3 attempts'],
    [job('FAILED', 1, later), 3, 'Call the shop waits for its 3rd of 3 attempts'],
    [job('FAILED', 2, later), undefined, 'Call the shop waits for its next attempt'],
    [job('CREATED', 2), undefined, 'Call the shop is under way'],
    [job('RETRIES_UPDATED', 1), 3, 'Call the shop is tried again'],
    [job('FAILED', 9, later), 3, 'Call the shop waits for its next attempt'],
  ])('of the job %j of %s attempts says "%s"', (given, attemptsMax, expected) => {
    expect(sentence(step({ job: given, attemptsMax }))).toBe(expected)
  })
})
