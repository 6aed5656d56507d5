import { describe, expect, it } from 'vitest'
import { describeFailure, failureReason } from './failure.ts'
import { RefusedError } from './refused-error.ts'

const address = 'http://127.0.0.1:8080'

describe('describeFailure', () => {
  it('names the address that gave no answer', () => {
    const failure = describeFailure(new TypeError('Failed to fetch'), address)

    expect(failure).toEqual({
      what: 'Tenon does not answer',
      why: 'There was no answer from http://127.0.0.1:8080.',
      next: 'Start it with npx tenon start. This page goes on by itself when it is back.',
    })
  })

  it.each([
    [400, 'Tenon does not understand this page'],
    [401, 'You are not logged in, or may not see this'],
    [403, 'You are not logged in, or may not see this'],
    [404, 'There is nothing here'],
    [500, 'Tenon could not read its data'],
    [503, 'Tenon could not read its data'],
  ])('tells what a status of %i means', (status, what) => {
    expect(describeFailure(new RefusedError(status, ''), address).what).toBe(what)
  })

  it("gives the server's own reason where there is one", () => {
    const failure = describeFailure(new RefusedError(503, 'The disk is full.'), address)

    expect(failure.why).toBe('The disk is full.')
  })

  it('gives the status where the server gave no reason', () => {
    const failure = describeFailure(new RefusedError(502, ''), address)

    expect(failure.why).toBe('The server answered with status 502.')
  })
})

describe('failureReason', () => {
  it("gives the server's own reason, or the status", () => {
    expect(failureReason(new RefusedError(409, 'It was changed.'), address)).toBe('It was changed.')
    expect(failureReason(new RefusedError(502, ''), address)).toBe(
      'The server answered with status 502.',
    )
  })

  it('says that nothing is lost where there was no answer', () => {
    expect(failureReason(new TypeError('Failed to fetch'), address)).toBe(
      'There was no answer from http://127.0.0.1:8080. Try again when Tenon is back: what you entered is still here.',
    )
  })
})
