import { Decimal } from './decimal.ts'
import { simplest } from './numeric.ts'
import type { Read } from './read-syntax.ts'
import { spanOf } from './syntax.ts'

/** Far more than a number's digits that count; all of them are read. */
const lengthMax = 1_000

/** `1e3` is not FEEL, though the grammar takes it. */
export const readNumber: Read = (node, reader) => {
  if (node.to - node.from > lengthMax) {
    const message = `A number has at most ${lengthMax} characters at position ${node.from}. Round it.`
    throw reader.refused(node, message)
  }
  const number = Decimal.parse(reader.text(node).replaceAll(/\s+/g, ''))
  if (number === undefined || /e/i.test(reader.text(node))) {
    const message = `A number cannot have an exponent at position ${node.from}. Write all its digits.`
    throw reader.refused(node, message)
  }
  return { kind: 'literal', value: simplest(number), ...spanOf(node) }
}

export const readString: Read = (node, reader) => ({
  kind: 'literal',
  value: unescape(reader.text(node).slice(1, -1)),
  ...spanOf(node),
})

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

/** Camunda knows these escapes only: `\u0041` stays as it is written. */
const unescape = (text: string): string =>
  text.replaceAll(/\\([nrtbf'"\\])/g, (_, character: string) => escapes.get(character) ?? character)
