import { describe, expect, it } from 'vitest'
import { requestState } from './request-state.ts'

describe('requestState', () => {
  it.each([
    ['ACTIVE', false, 'running'],
    ['ACTIVE', true, 'incident'],
    ['COMPLETED', false, 'completed'],
    ['TERMINATED', false, 'cancelled'],
    ['TERMINATED', true, 'cancelled'],
  ] as const)('shows %s with incident %s as %s', (state, hasIncident, expected) => {
    expect(requestState({ state, hasIncident })).toBe(expected)
  })
})
