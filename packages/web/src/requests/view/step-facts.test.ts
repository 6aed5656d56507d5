import type { JobState } from '@tenon/orchestration'
import { describe, expect, it } from 'vitest'
import { jobFacts } from './step-facts.ts'

const job = (state: JobState, retries: number, errorMessage: string | null = null) => ({
  type: 'io.camunda:http-json:1',
  state,
  retries,
  deadline: null,
  worker: 'tenon',
  errorCode: null,
  errorMessage,
})

const attempts = (given: ReturnType<typeof job>, max: number | undefined = 3) =>
  jobFacts(given, max, undefined).find(({ name }) => name === 'Attempts')?.value

describe('jobFacts', () => {
  it.each([
    [job('COMPLETED', 3), '1 of 3 used'],
    [job('FAILED', 2, '500'), '1 of 3 used'],
    [job('FAILED', 0, '500'), '3 of 3 used'],
    [job('CREATED', 3), undefined],
  ])('of %j counts %s', (given, expected) => {
    expect(attempts(given)).toBe(expected)
  })

  it('counts none where more were given meanwhile, or where the number is not known', () => {
    expect(attempts(job('RETRIES_UPDATED', 1, '500'))).toBeUndefined()
    expect(attempts(job('COMPLETED', 1, '500'))).toBeUndefined()
    expect(jobFacts(job('FAILED', 2), undefined, undefined)[0]?.value).toBeUndefined()
  })

  it('does not say twice why a step stopped', () => {
    const errorMessage = 'answered 500'
    const errorOf = (incident: { errorMessage: string } | undefined) =>
      jobFacts(job('FAILED', 0, errorMessage), 3, incident).find(
        ({ name }) => name === 'Last error',
      )

    expect(errorOf(undefined)?.value).toBe(errorMessage)
    expect(errorOf({ errorMessage })?.value).toBeNull()
  })
})
