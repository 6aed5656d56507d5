import { describe, expect, test } from 'vitest'
import { jsonOf } from '../fixtures.ts'

/** As measured in Camunda 8.8, at a fixed time. */
const results: readonly (readonly [string, string])[] = [
  ['cycle(duration("PT0.5S"))', '"R/P0D"'],
  ['cycle(0, duration("PT1H"))', '"R0/PT1H"'],
  ['cycle(-1, duration("PT1H"))', '"R-1/PT1H"'],
  ['cycle(1.9, duration("PT1H"))', '"R1/PT1H"'],
  ['cycle(duration("P1Y2M"))', '"R/P1Y2M"'],
  ['cycle(2, duration("P1Y"))', '"R2/P1Y"'],
  ['cycle(null, duration("P1Y"))', '"R/P1Y"'],
  ['cycle("a", duration("P1Y"))', 'null'],
  ['cycle(interval: duration("P1D"))', '"R/P1D"'],
  ['cycle(repetitions: 3, interval: duration("PT36H"))', '"R3/P1DT12H"'],
  ['cycle("PT1H")', 'null'],
  ['cycle(1)', 'null'],
  ['cycle(duration("PT90M"))', '"R/PT1H30M"'],
  ['cycle(duration("-PT90M"))', '"R/-PT1H30M"'],
  ['cycle(duration("P13M"))', '"R/P1Y1M"'],
  ['cycle()', 'null'],
  ['fromAi(x)', 'null'],
  ['fromAi(1)', '1'],
  ['fromAi("a", "b")', '"a"'],
  ['fromAi("a", "b", "string")', '"a"'],
  ['fromAi("a", "b", "string", {a:1})', '"a"'],
  ['fromAi("a", "b", "string", {a:1}, {b:1})', '"a"'],
  ['fromAi("a", "b", "string", {a:1}, {b:1}, 6)', 'null'],
  ['fromAi()', 'null'],
  ['fromAi(value: 1)', '1'],
  ['fromAi(value: 1, description: "d")', '1'],
  ['fromAi(value: 1, type: "number")', '1'],
  ['fromAi(value: 1, nope: "number")', 'null'],
  ['fromAi(toolCall.a.b, "b")', 'null'],
  ['fromAi(value: 1, options: 2)', '1'],
]

describe('functions of Zeebe', () => {
  test.each(results)('%s → %s', (source, expected) => {
    expect(jsonOf(source)).toBe(expected)
  })
})
