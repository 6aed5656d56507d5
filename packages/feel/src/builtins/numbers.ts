import {
  compareNumbers,
  decimalOf,
  isNegative,
  isWhole,
  isZero,
  numericOf,
  modulo,
  negate,
  ofDouble,
  simplest,
  toDouble,
  type Numeric,
} from '../numeric.ts'
import { roundings, type Rounding } from '../rounding.ts'
import { binary, ternary, unary, type Builtin } from './builtin.ts'
import { isDuration } from '../temporal/date.ts'
import type { Value } from '../value.ts'
import { any, number, text, whole } from './parameters.ts'

const rounded = (value: Numeric, scale: number, rounding: Rounding): Numeric =>
  simplest(decimalOf(value).round(scale, rounding))

/** Null for a rounding that there is not, and where `unnecessary` would have to round. */
const roundedAs = (value: Numeric, scale: number, mode: string): Numeric | null => {
  const name = mode.toLowerCase()
  const rounding = roundings.get(name === 'unnecessary' ? 'down' : name)
  if (rounding === undefined) return null
  const found = rounded(value, scale, rounding)
  return name === 'unnecessary' && compareNumbers(found, value) !== 0 ? null : found
}

const roundTo = (rounding: Rounding, [n, scale]: readonly [string, string]) =>
  binary(`round ${rounding}`, [number(n), whole(scale)], (value, places) =>
    rounded(value, places, rounding),
  )

const isDivisibleByTwo = (value: Numeric): boolean => isZero(modulo(value, 2))

/** Of a number or a duration. */
const absolute = (value: Value): Value => {
  if (isDuration(value)) return value.isNegative ? value.negated() : value
  const n = numericOf(value)
  return n === undefined ? null : isNegative(n) ? negate(n) : n
}

/** Some parameters are called `scala` in Camunda, and so here: a call may name them. */
export const numbers: readonly Builtin[] = [
  binary('decimal', [number('n'), whole('scale')], (n, scale) => rounded(n, scale, 'half even')),
  ternary('decimal', [number('n'), whole('scale'), text('mode')], (values) => roundedAs(...values)),
  unary('floor', number('n'), (n) => rounded(n, 0, 'floor')),
  binary('floor', [number('n'), whole('scala')], (n, scale) => rounded(n, scale, 'floor')),
  unary('ceiling', number('n'), (n) => rounded(n, 0, 'ceiling')),
  binary('ceiling', [number('n'), whole('scale')], (n, scale) => rounded(n, scale, 'ceiling')),
  roundTo('up', ['n', 'scale']),
  roundTo('down', ['n', 'scale']),
  roundTo('half up', ['n', 'scale']),
  roundTo('half down', ['n', 'scala']),
  unary('abs', any('n'), absolute),
  unary('abs', any('number'), absolute),
  binary('modulo', [number('dividend'), number('divisor')], modulo),
  unary('sqrt', number('number'), (n) =>
    isNegative(n) ? null : ofDouble(Math.sqrt(toDouble(n)), 'sqrt'),
  ),
  unary('log', number('number'), (n) => ofDouble(Math.log(toDouble(n)), 'log')),
  unary('exp', number('number'), (n) => ofDouble(Math.exp(toDouble(n)), 'exp')),
  unary('odd', number('number'), (n) => isWhole(n) && !isDivisibleByTwo(n)),
  unary('even', number('number'), (n) => isWhole(n) && isDivisibleByTwo(n)),
]
