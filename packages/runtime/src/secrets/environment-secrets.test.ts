import { describe, expect, test } from 'vitest'
import { environmentSecrets } from './environment-secrets.ts'

describe('secrets from the environment', () => {
  const secrets = environmentSecrets({
    TENON_SECRET_TOKEN: 'one',
    TENON_SECRET_api_key: 'two',
    TENON_SECRET_EMPTY: '',
    TENON_SECRET_MISSING: undefined,
    TOKEN: 'not a secret',
    HOME: '/root',
  })

  test.each([
    ['TOKEN', 'one'],
    ['api.key', 'two'],
    ['EMPTY', ''],
    ['MISSING', undefined],
    ['HOME', undefined],
    ['token', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
  ])('%s is %j', (name, value) => {
    expect(secrets.valueOf(name)).toBe(value)
  })

  test('refuse both names that mean one variable, whichever came first', () => {
    const own = environmentSecrets({ TENON_SECRET_a_b: 'value' })
    expect(own.valueOf('a.b')).toBe('value')
    const refusal = expect.objectContaining({
      code: 'SECRET_NAMES_COLLIDE',
      message: expect.stringMatching(/'a\.b' and 'a-b'.*TENON_SECRET_a_b/),
    })
    expect(() => own.valueOf('a-b')).toThrow(refusal)
    expect(() => own.valueOf('a.b')).toThrow(refusal)
  })
})
