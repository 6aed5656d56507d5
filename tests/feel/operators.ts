import type { Area } from './area.ts'

const operators = ['+', '-', '*', '/', '**', '=', '!=', '<', '>=', 'and', 'or', 'in']

const operands = [
  'null',
  'true',
  '2',
  '"a"',
  '[1, 2]',
  '{a: 1}',
  'date("2020-01-02")',
  'time("10:00:00")',
  'date and time("2020-01-02T10:00:00Z")',
  'duration("PT1H")',
  'duration("P1M")',
  '(function(x) x)',
]

/** Each operator between values of each two types. */
export const operatorPairs = (): Area => ({
  name: 'operators',
  expressions: operators.flatMap((operator) =>
    operands.flatMap((left) => operands.map((right) => `${left} ${operator} ${right}`)),
  ),
})
