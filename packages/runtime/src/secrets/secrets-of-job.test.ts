import { describe, expect, test } from 'vitest'
import { environmentSecrets } from './environment-secrets.ts'
import { secretsOfJob } from './secrets-of-job.ts'

describe('the secrets of a job', () => {
  const secrets = environmentSecrets({ TENON_SECRET_a_b: 'value', TENON_SECRET_other: 'two' })

  test('are resolved by name, and remembered', () => {
    const { resolve, values } = secretsOfJob(secrets)
    expect([resolve('a.b'), resolve('other'), resolve('a.b')]).toEqual(['value', 'two', 'value'])
    expect([...values]).toEqual(['value', 'two'])
  })

  test('are refused where two of their names mean one variable', () => {
    const { resolve } = secretsOfJob(secrets)
    resolve('a.b')
    expect(() => resolve('a-b')).toThrow(
      expect.objectContaining({
        code: 'SECRET_NAMES_COLLIDE',
        message: expect.stringMatching(/'a\.b' and 'a-b'.*TENON_SECRET_a_b/),
      }),
    )
  })

  test('do not depend on those of other jobs', () => {
    expect(secretsOfJob(secrets).resolve('a.b')).toBe('value')
    expect(secretsOfJob(secrets).resolve('a-b')).toBe('value')
  })

  test('must be there', () => {
    expect(() => secretsOfJob(secrets).resolve('missing')).toThrow(
      expect.objectContaining({ code: 'SECRET_NOT_AVAILABLE' }),
    )
  })
})
