import { describe, expect, it } from 'vitest'
import { freeVariables } from './index.ts'

/** Paths as they are written, apart by blanks. */
const read = (source: string): string =>
  freeVariables(source)
    .map((path) => path.join('.'))
    .join(' ')

describe('freeVariables', () => {
  it.each([
    ['a name', 'name', 'name'],
    ['a name in a text', '"Hello " + name', 'name'],
    ['a path', 'order.customer.name', 'order.customer.name'],
    ['each path once, in order', 'b + a.c + b + a + a.c', 'b a.c a'],
    ['a name of several words', '`first name` + x', 'first name x'],
    [
      'all kinds of operands',
      '-a ** b between c and d or not(e = f) and g instance of string',
      'a b c d e f g',
    ],
    ['unary tests', 'a in (b, > c, [d..e], ? + f > 1)', 'a b c d e f'],
    ['all branches', 'if a then b else c', 'a b c'],
    [
      'the values of a call, and not its name',
      'substring(string: now, start position: at)',
      'now at',
    ],
    ['lists and ranges', 'count([a, b]) + count(overlaps([c..d], [e..f]))', 'a b c d e f'],
    ['nothing of a literal', '"a" + string(1) + string(date("2026-01-01").year)', ''],
  ])('reads %s', (_, source, expected) => {
    expect(read(source)).toBe(expected)
  })

  it.each([
    [
      'the item of a loop',
      'for x in orders, y in 1..max return x.total + y + z + partial[1]',
      'orders max z',
    ],
    ['what one iterator names in another', 'for x in a, y in x return y', 'a x'],
    [
      'the item of a test of all',
      'some x in a satisfies every y in b satisfies x > y + c',
      'a b c',
    ],
    ['parameters', '{f: function(x, y) x + y + z, g: f(a, 1)}', 'z a'],
    ['earlier entries of a context', '{a: b, c: a + d, e: {f: c}}', 'b d'],
    ['no later entries', '{a: b, b: 1}', 'b'],
    ['no function, which is no variable', '{f: function() 1, g: f}', 'f'],
    ['partial, but in a loop', 'partial', 'partial'],
  ])('does not read what the expression names itself: %s', (_, source, expected) => {
    expect(read(source)).toBe(expected)
  })

  it.each([
    ['the condition', 'orders[total > limit]', 'orders'],
    ['a path behind it', 'shop.orders[item.id = id].total', 'shop.orders'],
    ['an index', 'a[1].b + c[-1]', 'a c'],
  ])('reads the list of a filter only: %s', (_, source, expected) => {
    expect(read(source)).toBe(expected)
  })

  it.each(['a +', '', `${'a+'.repeat(10_000)}a`, `${'('.repeat(1_000)}a${')'.repeat(1_000)}`])(
    'reads nothing from what cannot be compiled',
    (source) => {
      expect(freeVariables(source)).toEqual([])
    },
  )
})
