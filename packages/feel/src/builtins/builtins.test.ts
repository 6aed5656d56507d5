import { describe, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { FeelError } from '../errors.ts'
import { toJson } from '../to-json.ts'

const json = (source: string): string => {
  try {
    return JSON.stringify(toJson(compile(source).evaluate(() => undefined)))
  } catch (error) {
    if (error instanceof FeelError) return error.code
    throw error
  }
}

/** What only shows at the edges, as measured in Camunda 8.8. */
const edges: readonly (readonly [string, string])[] = [
  // What lies before the first item
  ['sublist([4,5,6], -4, 2)', '[4]'],
  ['sublist([4,5,6], -9, 2)', '[]'],
  ['remove([1,2,3], -4)', '[1,2,3]'],
  ['insert before([1,3], -3, 2)', '[2,1,3]'],
  // One list is all values; what is no list is a list of itself
  ['concatenate([[1],[2]])', '[1,2]'],
  ['union([1], 2)', '[1,2]'],
  ['union(null, [1])', '[null,1]'],
  // A value that has no order, alone
  ['min([true])', 'null'],
  ['max([{a:1}])', 'null'],
  ['min([[1]])', '[1]'],
  ['min([1,2], 1)', 'null'],
  ['min([[1],[2]])', 'FEEL_EVALUATION'],
  // Contexts can be found, but only by their position
  ['index of([{a:1}], {a:1})', '[1]'],
  ['list contains([{a:1}], {a:1})', 'false'],
  ['sort([2,1], function(x,y) 1)', 'null'],
  // Null where a text may be absent
  ['string join(["a","b"], null)', '"ab"'],
  ['string join(["a","b"], null, "<", ">")', '"<ab>"'],
  ['string join(["a","b"], "-", null, null)', '"a-b"'],
  ['string join(["a","b"], "-", "<", null)', 'null'],
  ['number("1,5", null, ",")', '1.5'],
  ['number("1,000", ",", null)', '1000'],
  ['number("1.5", null, null)', 'null'],
  ['number("1.000,5", ".")', 'null'],
  ['assert(1, true, null)', '1'],
  ['assert(1, false, null)', 'FEEL_EVALUATION'],
  // Names that a parameter or function has had
  ['get value(m: {a:1}, key: "a")', '1'],
  ['get value(context: {a:{b:1}}, keys: ["a","b"])', '1'],
  ['get entries(m: {a:1})', '[{"key":"a","value":1}]'],
  ['context put(context: {}, keys: ["a"], value: 1)', '{"a":1}'],
  ['put({a:1}, "b", 2)', '{"a":1,"b":2}'],
  ['put all({a:1}, {b:2})', '{"a":1,"b":2}'],
]

describe('built-in functions at their edges', () => {
  test.each(edges)('%s → %s', (source, expected) => {
    expect(json(source)).toBe(expected)
  })
})
