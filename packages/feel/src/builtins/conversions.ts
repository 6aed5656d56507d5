import { Decimal } from '../decimal.ts'
import { parseJson, printJson } from '../json-text.ts'
import { simplest, type Numeric } from '../numeric.ts'
import { textOf } from '../text.ts'
import type { Value } from '../value.ts'
import { binary, ternary, unary, type Builtin } from './builtin.ts'
import { any, text } from './parameters.ts'

const numberOf = (source: string): Numeric | null => {
  const number = Decimal.parse(source)
  return number === undefined ? null : simplest(number)
}

/** A grouping separator is a blank, a comma or a point; the decimal one is the other of the two. */
const groupedNumberOf = (source: string, grouping: string, decimal: string): Numeric | null => {
  if (!/^[ ,.]$/.test(grouping) || !/^[,.]$/.test(decimal) || grouping === decimal) return null
  return numberOf(source.replaceAll(grouping, '').replace(decimal, '.'))
}

const defaultDecimal = (grouping: string): string => (grouping === '.' ? ',' : '.')

const parameters = [text('from'), text('grouping separator'), text('decimal separator')] as const

export const conversions: readonly Builtin[] = [
  unary('string', any('from'), (value, budget): Value =>
    value === null ? null : textOf(value, budget),
  ),
  unary('number', text('from'), numberOf),
  binary('number', [parameters[0], parameters[1]], (source, grouping) =>
    groupedNumberOf(source, grouping, defaultDecimal(grouping)),
  ),
  ternary('number', parameters, (values) => groupedNumberOf(...values)),
  unary('from json', text('value'), parseJson),
  unary('to json', any('value'), printJson),
]
