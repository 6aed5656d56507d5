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
    expect(secrets.find(name)?.value).toBe(value)
  })

  test('say which variable a name means, whatever was asked before', () => {
    const own = environmentSecrets({ TENON_SECRET_a_b: 'value' })
    for (const name of ['a.b', 'a-b', 'a_b']) {
      expect(own.find(name)).toEqual({ value: 'value', source: 'TENON_SECRET_a_b' })
    }
  })
})
