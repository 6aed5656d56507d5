import type { Json } from '@tenon/orchestration'

/** What `now()` is, in both. */
export const clock = '2026-11-05T10:20:30.123Z'

/** The variables that all expressions see, in both. */
export const variables: Readonly<Record<string, Json>> = {
  n: 5,
  zero: 0,
  negative: -7,
  half: 0.5,
  price: 19.99,
  tiny: 1.5e-7,
  huge: 1.25e21,
  wholeDouble: 2,
  big: JSON.rawJSON('9007199254740993'),
  text: 'Hello, world',
  empty: '',
  yes: true,
  no: false,
  nothing: null,
  items: [1, 2, 3],
  mixed: [1, 'a', null, true, [2], { a: 3 }],
  strings: ['b', 'a', 'c'],
  matrix: [
    [1, 2],
    [3, 4],
  ],
  order: {
    id: 'o-1',
    total: 64.5,
    customer: { name: 'Ann', age: 30 },
    lines: [
      { sku: 'A-1', price: 19.5, quantity: 2 },
      { sku: 'B-2', price: 5.1, quantity: 5 },
    ],
  },
  people: [
    { name: 'Ann', age: 30, tags: ['x', 'y'], address: { city: 'Rome' } },
    { name: 'Bob', age: 17, tags: [], address: { city: 'Oslo' } },
    { name: 'Cid', age: 45, tags: ['x'] },
  ],
  spaced: { 'a b': 1, 'c-d': 2, '1': 3 },
  'with space': 8,
  'with-dash': 9,
  dateText: '2020-01-02',
  timeText: '10:11:12',
  dateTimeText: '2020-01-02T10:11:12+01:00',
  durationText: 'P1DT2H',
  badText: 'nonsense',
}
