import type { Area } from './area.ts'

/** Around changes of the clock, ends of months and years, and the dateline. */
const moments = [
  '@"2020-03-29T01:30:00@Europe/Berlin"',
  '@"2020-03-29T02:30:00@Europe/Berlin"',
  '@"2020-10-25T02:30:00@Europe/Berlin"',
  '@"2020-11-01T01:30:00@America/New_York"',
  '@"2020-04-05T01:45:00@Australia/Lord_Howe"',
  '@"2011-12-29T23:30:00@Pacific/Apia"',
  '@"2020-01-31T12:00:00+05:45"',
  '@"2020-12-31T23:59:59.999Z"',
  '@"2020-02-29T00:00:00"',
  '@"0000-12-31T23:30:00"',
  '@"2020-01-31"',
  '@"2019-02-28"',
  '@"23:30:00"',
  '@"00:30:00-03:30"',
]

const durations = [
  'PT0S',
  'PT30M',
  '-PT1H',
  'PT24H',
  '-P1D',
  'P365D',
  'PT0.5S',
  'P1M',
  '-P1M',
  'P13M',
  'P1Y',
  '-P4Y',
]

/** What durations and other moments make of a moment. */
export const momentPairs = (): Area => ({
  name: 'moments',
  expressions: moments.flatMap((moment) => [
    ...durations.flatMap((duration) => [
      `${moment} + @"${duration}"`,
      `string(${moment} - @"${duration}")`,
    ]),
    ...moments.flatMap((other) => [
      `${moment} - ${other}`,
      `${moment} < ${other}`,
      `years and months duration(${moment}, ${other})`,
    ]),
  ]),
})
