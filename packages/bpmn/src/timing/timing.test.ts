import { describe, expect, it } from 'vitest'
import { nextDueAt, timingOf, timingProblem, type TimingKind } from './index.ts'

const clock = { now: Date.parse('2026-11-05T10:20:30.400Z'), timeZone: 'UTC' }

const told = (milliseconds: number): string => new Date(milliseconds).toISOString()

const due = (kind: TimingKind, text: string): string => told(timingOf(kind, text, clock).dueAt)

/** The first times of a cycle, each asked for when the one before has come. */
const times = (text: string, count: number, { now, timeZone } = clock): readonly string[] => {
  const { dueAt, interval } = timingOf('CYCLE', text, { now, timeZone })
  const found = [dueAt]
  while (found.length < count) {
    const last = found.at(-1) ?? 0
    found.push(nextDueAt(interval ?? '', last, { now: last, timeZone }))
  }
  return found.map(told)
}

describe('a date', () => {
  it.each([
    ['2026-11-05T12:00:00Z', '2026-11-05T12:00:00.000Z'],
    ['2026-11-05t12:00z', '2026-11-05T12:00:00.000Z'],
    ['2026-11-05T12:00:00+01:00', '2026-11-05T11:00:00.000Z'],
    ['2026-11-05T12:00:00.123456+01', '2026-11-05T11:00:00.123Z'],
    ['2026-11-05T12:00:00+01:00[America/New_York]', '2026-11-05T11:00:00.000Z'],
    ['2026-11-05T12:00:00+05:30[UTC+05:30]', '2026-11-05T06:30:00.000Z'],
    ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00.000Z'],
  ])('%s is due at %s', (text, expected) => {
    expect(due('DATE', text)).toBe(expected)
  })

  it.each([
    ...['2026-11-05', '2026-11-05T12:00:00', '2026-11-05 12:00:00Z', '2026-02-30T12:00:00Z'],
    ...['2026-11-05T12Z', '2026-11-05T24:00:00Z', '2026-11-05T23:59:60Z'],
    ...['2026-11-05T12:00:00[Europe/Berlin]', '2026-11-05T12:00:00+0100', 'PT1H', ''],
  ])('is not "%s"', (text) => {
    expect(timingProblem('DATE', text)).toContain('is no date and time with an offset')
  })
})

describe('a duration', () => {
  it.each([
    [' PT1H ', '2026-11-05T11:20:30.400Z'],
    ['PT0S', '2026-11-05T10:20:30.400Z'],
    ['-PT1H', '2026-11-05T09:20:30.400Z'],
    ['P1DT-1H', '2026-11-06T09:20:30.400Z'],
    ['P1Y2M3DT4H5M6S', '2028-01-08T14:25:36.400Z'],
    ['P3M31D', '2027-03-08T10:20:30.400Z'],
    ['P1W', '2026-11-12T10:20:30.400Z'],
    ['PT1,5S', '2026-11-05T10:20:31.900Z'],
    ['2026-11-06T00:00:00Z/PT1H', '2026-11-06T00:00:00.000Z'],
  ])('%s is due at %s', (text, expected) => {
    expect(due('DURATION', text)).toBe(expected)
  })

  it.each(['P', 'PT', 'pt1h', 'P1DT', 'P1.5D', 'P1D1Y', 'PT1H1M1H', '1h', ''])(
    'is not "%s"',
    (text) => {
      expect(timingProblem('DURATION', text)).toContain('is no ISO 8601 duration')
    },
  )

  it('is refused beyond the calendar, and when it is no time at all', () => {
    expect(timingProblem('DURATION', 'P999999999Y')).toContain('beyond the calendar')
    expect(timingProblem('DURATION', '9'.repeat(1_000))).toBe('A text of 1000 is no time.')
  })

  it('has days as long as they are where clocks change', () => {
    const berlin = { now: Date.parse('2026-03-28T12:00:00+01:00'), timeZone: 'Europe/Berlin' }
    const shown = (text: string): string => told(timingOf('DURATION', text, berlin).dueAt)
    expect(shown('P1D')).toBe('2026-03-29T10:00:00.000Z')
    expect(shown('PT24H')).toBe('2026-03-29T11:00:00.000Z')
  })
})

describe('a cycle', () => {
  it('counts the first time, too', () => {
    expect(timingOf('CYCLE', 'R3/PT1H', clock)).toEqual({
      dueAt: Date.parse('2026-11-05T11:20:30.400Z'),
      repetitions: 2,
      interval: 'PT1H',
    })
  })

  it.each(['R1/PT1H', 'R0/PT1H', 'R-2/PT1H'])('%s happens once', (text) => {
    expect(timingOf('CYCLE', text, clock)).toMatchObject({ repetitions: 0, interval: null })
  })

  it.each(['R/PT1H', 'R-1/PT1H', '@hourly'])('%s goes on for ever', (text) => {
    expect(timingOf('CYCLE', text, clock)).toMatchObject({ repetitions: null })
  })

  it('begins at its start, or now where that has passed', () => {
    expect(times('R3/2026-11-05T12:00:00Z/P1M', 2)).toEqual([
      '2026-11-05T12:00:00.000Z',
      '2026-12-05T12:00:00.000Z',
    ])
    expect(times('R/2020-01-31T00:00:00Z/PT7M', 2)).toEqual([
      '2026-11-05T10:20:30.400Z',
      '2026-11-05T10:27:30.400Z',
    ])
  })

  it('keeps the hour of the zone of its start', () => {
    expect(times('R/2027-03-27T09:00:00+01:00[Europe/Berlin]/P1D', 2)).toEqual([
      '2027-03-27T08:00:00.000Z',
      '2027-03-28T07:00:00.000Z',
    ])
  })

  it('leaves out what has passed while nobody looked', () => {
    const late = { ...clock, now: clock.now + 10_500 }
    expect(nextDueAt('PT1S', clock.now, late)).toBe(late.now)
    expect(nextDueAt('PT20S', clock.now, late)).toBe(clock.now + 20_000)
    expect(told(nextDueAt('0 * * * * *', clock.now, late))).toBe('2026-11-05T10:21:00.000Z')
  })

  it.each([
    ...['PT1H', 'R3', 'r3/PT1H', 'R 3/PT1H', 'R99999999999/PT1H', '@HOURLY', '@reboot', 'abc', ''],
    ...['R/PT1H/2026-12-01T00:00:00Z', '0 0 12 * *', '0 0 9 * * MON 2026'],
  ])('is not "%s"', (text) => {
    expect(timingProblem('CYCLE', text)).not.toBeNull()
  })

  it('needs a pause to go on for ever', () => {
    expect(timingProblem('CYCLE', 'R/PT0S')).toContain('repeats for ever without a pause')
    expect(timingProblem('CYCLE', 'R3/PT0S')).toBeNull()
  })
})

// What Zeebe makes of them, but for those of the last three, which it does not get right.
describe('cron', () => {
  it.each([
    ['*/10 * * * * *', '2026-11-05T10:20:40Z', '2026-11-05T10:20:50Z', '2026-11-05T10:21:00Z'],
    ['1,2,3 * * * * *', '2026-11-05T10:21:01Z', '2026-11-05T10:21:02Z', '2026-11-05T10:21:03Z'],
    ['5/15 * * * * *', '2026-11-05T10:20:35Z', '2026-11-05T10:20:50Z', '2026-11-05T10:21:05Z'],
    ['@hourly', '2026-11-05T11:00:00Z', '2026-11-05T12:00:00Z', '2026-11-05T13:00:00Z'],
    ['@weekly', '2026-11-08T00:00:00Z', '2026-11-15T00:00:00Z', '2026-11-22T00:00:00Z'],
    ['@yearly', '2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z', '2029-01-01T00:00:00Z'],
    ['0 10-20/5 * * * *', '2026-11-05T11:10:00Z', '2026-11-05T11:15:00Z', '2026-11-05T11:20:00Z'],
    ['0 0/5 14,18 * * ?', '2026-11-05T14:00:00Z', '2026-11-05T14:05:00Z', '2026-11-05T14:10:00Z'],
    ['0 0 9 * * mon-FRI', '2026-11-06T09:00:00Z', '2026-11-09T09:00:00Z', '2026-11-10T09:00:00Z'],
    ['0 0 0 * * FRI-MON', '2026-11-06T00:00:00Z', '2026-11-07T00:00:00Z', '2026-11-08T00:00:00Z'],
    ['0 0 0 * * 0', '2026-11-08T00:00:00Z', '2026-11-15T00:00:00Z', '2026-11-22T00:00:00Z'],
    ['0 0 0 * * 7', '2026-11-08T00:00:00Z', '2026-11-15T00:00:00Z', '2026-11-22T00:00:00Z'],
    ['0 0 9 * * MON/2', '2026-11-06T09:00:00Z', '2026-11-08T09:00:00Z', '2026-11-09T09:00:00Z'],
    ['0 0 9 */2 * *', '2026-11-07T09:00:00Z', '2026-11-09T09:00:00Z', '2026-11-11T09:00:00Z'],
    ['0 0 9 * jan,7 *', '2027-01-01T09:00:00Z', '2027-01-02T09:00:00Z', '2027-01-03T09:00:00Z'],
    ['0 0 0 31 * *', '2026-12-31T00:00:00Z', '2027-01-31T00:00:00Z', '2027-03-31T00:00:00Z'],
    ['0 0 0 29 2 *', '2028-02-29T00:00:00Z', '2032-02-29T00:00:00Z', '2036-02-29T00:00:00Z'],
    ['0 0 0 1 1 MON', '2029-01-01T00:00:00Z', '2035-01-01T00:00:00Z', '2046-01-01T00:00:00Z'],
    ['0 0 0 13 * FRI', '2026-11-13T00:00:00Z', '2027-08-13T00:00:00Z', '2028-10-13T00:00:00Z'],
    ['0 0 0 L * *', '2026-11-30T00:00:00Z', '2026-12-31T00:00:00Z', '2027-01-31T00:00:00Z'],
    ['0 0 0 L-3 * *', '2026-11-27T00:00:00Z', '2026-12-28T00:00:00Z', '2027-01-28T00:00:00Z'],
    ['0 0 9 15W * *', '2026-11-16T09:00:00Z', '2026-12-15T09:00:00Z', '2027-01-15T09:00:00Z'],
    ['0 0 0 LW * *', '2026-11-30T00:00:00Z', '2026-12-31T00:00:00Z', '2027-01-29T00:00:00Z'],
    ['0 0 0 * * THUL', '2026-11-26T00:00:00Z', '2026-12-31T00:00:00Z', '2027-01-28T00:00:00Z'],
    ['0 0 9 ? * 2#1,4#3', '2026-11-19T09:00:00Z', '2026-12-01T09:00:00Z', '2026-12-17T09:00:00Z'],
    ['0 0 9 ? * ?', '2026-11-06T09:00:00Z', '2026-11-07T09:00:00Z', '2026-11-08T09:00:00Z'],
    ['0 30 9 31W * *', '2026-12-31T09:30:00Z', '2027-01-29T09:30:00Z', '2027-03-31T09:30:00Z'],
    ['0 0 9 L,15 * *', '2026-11-15T09:00:00Z', '2026-11-30T09:00:00Z', '2026-12-15T09:00:00Z'],
  ])('%s', (text, ...expected) => {
    expect(times(text, 3)).toEqual(expected.map((time) => time.replace('Z', '.000Z')))
  })

  it.each([
    ...['60 0 9 * * *', '0 0 24 * * *', '0 0 0 0 * *', '0 0 0 1 13 *', '0 0 0 * * 8'],
    ...['50-10 * * * * *', '*/0 * * * * *', '*/60 * * * * *', '1,,3 * * * * *', '-1 * * * * *'],
    ...['? * * * * *', '0 0 9 W * *', '0 0 9 * * MONDAY', 'H 0 9 * * *', '0 0 9 LW-1 * *'],
    ...['1/2/3 * * * * *', '1-2-3 * * * * *', '*-5 * * * * *', '0 0 9 * * 1#6', '1.5 * * * * *'],
  ])('refuses %s', (text) => {
    expect(timingProblem('CYCLE', text)).toContain('of a cron expression. Use numbers from')
  })

  it('refuses days that never come', () => {
    expect(timingProblem('CYCLE', '0 0 0 30 2 *')).toContain('never comes')
    expect(timingProblem('CYCLE', '0 0 0 L-31 * *')).toContain('never comes')
  })

  it('leaves out what clocks skip, and counts once what they show twice', () => {
    const berlin = { now: Date.parse('2026-03-28T12:00:00Z'), timeZone: 'Europe/Berlin' }
    expect(times('0 30 2 * * *', 1, berlin)).toEqual(['2026-03-30T00:30:00.000Z'])
    const autumn = { ...berlin, now: Date.parse('2026-10-24T23:20:00Z') }
    expect(times('0 30 2 * * *', 2, autumn)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ])
    expect(times('0 0 * * * *', 3, autumn)).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T02:00:00.000Z',
    ])
  })
})
