import { Decimal } from '../decimal.ts'
import { parseJson, printJson } from '../json-text.ts'
import { simplest, type Numeric } from '../numeric.ts'
import { textOf } from '../text.ts'
import type { Value } from '../value.ts'
import { binary, ternary, unary, type Builtin, type Parameter } from './builtin.ts'
import { any, text } from './parameters.ts'

const numberOf = (source: string): Numeric | null => {
  const number = Decimal.parse(source)
  return number === undefined ? null : simplest(number)
}

/** A grouping separator is a blank, a comma or a point. */
const groupedNumberOf = (source: string, grouping: string): Numeric | null =>
  /^[ ,.]$/.test(grouping) ? numberOf(source.replaceAll(grouping, '')) : null

/** The decimal separator is a comma or a point, and not that of groups. One of them may be null. */
const separatedNumberOf = (
  source: string,
  grouping: string | null,
  decimal: string | null,
): Numeric | null => {
  if (decimal === null) return grouping === null ? null : groupedNumberOf(source, grouping)
  if (!/^[,.]$/.test(decimal) || grouping === decimal) return null
  if (grouping === null) return numberOf(source.replaceAll(decimal, '.'))
  if (!/^[ ,.]$/.test(grouping)) return null
  return numberOf(source.replaceAll(grouping, '').replaceAll(decimal, '.'))
}

const textOrNull = (name: string): Parameter<string | null> => ({
  name,
  read: (value) => (value === null ? null : text(name).read(value)),
})

export const conversions: readonly Builtin[] = [
  unary('string', any('from'), (value, budget): Value =>
    value === null ? null : textOf(value, budget),
  ),
  unary('number', text('from'), numberOf),
  binary('number', [text('from'), text('grouping separator')], groupedNumberOf),
  ternary(
    'number',
    [text('from'), textOrNull('grouping separator'), textOrNull('decimal separator')],
    (values) => separatedNumberOf(...values),
  ),
  unary('from json', text('value'), parseJson),
  unary('to json', any('value'), printJson),
]
