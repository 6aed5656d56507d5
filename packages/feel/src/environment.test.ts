import { describe, expect, test } from 'vitest'
import { compile, toJson, type Environment } from './index.ts'

const none = (): undefined => undefined
const jsonOf = (source: string, environment: Environment): unknown =>
  toJson(compile(source).evaluate(none, environment))

describe('what is handed in', () => {
  const now = Date.parse('2026-11-20T23:30:00.5Z')

  test.each([
    ['now()', { now }, '2026-11-20T23:30:00.5Z[UTC]'],
    ['now()', { now, timeZone: 'Europe/Berlin' }, '2026-11-21T00:30:00.5+01:00[Europe/Berlin]'],
    ['now()', { now, timeZone: '-05:00' }, '2026-11-20T18:30:00.5-05:00'],
    ['today()', { now }, '2026-11-20'],
    ['today()', { now, timeZone: 'Europe/Berlin' }, '2026-11-21'],
    ['random number()', { random: () => 0.25 }, 0.25],
    ['uuid()', { uuid: () => 'one' }, 'one'],
  ])('%s with %o is %o', (source, environment, expected) => {
    expect(jsonOf(source, environment)).toBe(expected)
  })

  test('an evaluation has one moment, another one has another', () => {
    const expression = compile('now() = now()')
    expect(expression.evaluate(none, { now: 1 })).toBe(true)
    expect(toJson(compile('now()').evaluate(none, { now: 0 }))).toBe('1970-01-01T00:00:00Z[UTC]')
  })

  test.each(['now()', 'today()', 'random number()', 'uuid()'])(
    '%s fails where nothing is handed in',
    (source) => {
      expect(() => compile(source).evaluate(none)).toThrow(/is not available here/)
    },
  )

  test('a time zone that does not exist is said so', () => {
    expect(() => jsonOf('now()', { now, timeZone: 'Mars/Olympus' })).toThrow(/is no time zone/)
  })
})
