import { describe, expect, test } from 'vitest'
import { codeOf, jsonOf } from '../fixtures.ts'

/** As measured in Camunda 8.8, at a fixed time. */
const results: readonly (readonly [string, string])[] = [
  ['before(1, 2)', 'true'],
  ['before(1, [2..3])', 'true'],
  ['before([1..2], 2)', 'false'],
  ['before([1..2), 2)', 'true'],
  ['before([1..2], [2..3])', 'false'],
  ['before("a","b")', 'null'],
  ['before(1, date("2020-01-01"))', 'null'],
  ['meets([1..2],[2..3])', 'true'],
  ['met by([2..3],[1..2])', 'true'],
  ['overlaps([1..3],[2..5])', 'true'],
  ['overlaps before([1..3],[2..5])', 'true'],
  ['overlaps after([2..5],[1..3])', 'true'],
  ['finishes(3,[1..3])', 'true'],
  ['finishes(point:3,range:[1..3])', 'true'],
  ['finished by([1..3],3)', 'true'],
  ['finished by(point:[1..3],range:3)', 'true'],
  ['includes([1..3],2)', 'true'],
  ['starts(1,[1..3])', 'true'],
  ['started by([1..3],1)', 'true'],
  ['coincides(1,1)', 'true'],
  ['coincides([1..2],[1..2])', 'true'],
  ['coincides(1,[1..2])', 'false'],
  ['before([1.."a"], 2)', 'null'],
  ['before([1..null], 2)', 'null'],
  ['before(date("2020-01-01"), [date("2020-01-02")..date("2020-01-03")])', 'true'],
  ['string([1..3])', '"[1..3]"'],
  ['string(]1..3[)', '"(1..3)"'],
  ['string((1..3))', '"(1..3)"'],
  ['is defined([1..3])', 'true'],
  ['[[1..3]]', '[null]'],
  ['{a: [1..3]}', '{"a":null}'],
  ['if [1..3] then 1 else 2', '2'],
  ['count([1..3])', 'null'],
]

const syntaxErrors = ['[1..3] = null']

const failures = ['during(1,10)', 'meets(1, 2)', 'finished by(3,[1..3])', 'includes(1,2)']

describe('ranges', () => {
  test.each(results)('%s → %s', (source, expected) => {
    expect(jsonOf(source)).toBe(expected)
  })

  test.each(syntaxErrors)('%s is not FEEL', (source) => {
    expect(codeOf(source)).toBe('FEEL_SYNTAX')
  })

  test.each(failures)('%s fails', (source) => {
    expect(codeOf(source)).toBe('FEEL_EVALUATION')
  })
})
