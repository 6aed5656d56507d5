import { pieces } from './pieces.ts'
import { replacing, type Replace } from './replacing.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Characters of base64 that one pattern takes. */
const pieceLengthMax = 1_024

/**
 * What finds bytes in base64 and base64url, also inside of longer text in it: the password in the
 * code of `user:password`. What stands before decides between three alignments, and the characters
 * at both ends hold bits of the neighbours. Long bytes have several, each for a piece of them.
 */
export const base64Patterns = (bytes: Uint8Array): Replace[] => {
  const aligned = [0, 1, 2].map((before) => pieces(formsAligned(bytes, before), pieceLengthMax))
  const count = Math.max(...aligned.map(({ length }) => length))
  return Array.from({ length: count }, (_, at) =>
    replacing(aligned.flatMap((of) => of.slice(at, at + 1))),
  )
}

/** The forms of each character of the code. */
const formsAligned = (bytes: Uint8Array, before: number): string[] => {
  const padded = new Uint8Array(before + bytes.length)
  padded.set(bytes, before)
  const code = padded.toBase64({ omitPadding: true })
  const first = Math.floor((before * 8) / 6)
  const indexes = Array.from(code.slice(first), (character) => alphabet.indexOf(character))
  const [head = 0, ...rest] = indexes
  const last = rest.pop() ?? 0
  const unknownFirst = (before * 8) % 6
  const unknownLast = (6 - ((padded.length * 8) % 6)) % 6
  return [
    oneOf(alphabet.length >> unknownFirst, head, unknownFirst),
    ...rest.map((index) => formOf(index)),
    // Behind the last byte either another one begins, or nothing but the padding comes.
    range(last, 1 << unknownLast),
    ...(unknownLast === 0 ? [] : ['(?:=|%3[dD]){0,2}']),
  ]
}

/** The characters whose bits but the first ones are those of the index. */
const oneOf = (step: number, index: number, unknownBits: number): string =>
  choice(Array.from({ length: 1 << unknownBits }, (_, at) => (index % step) + at * step))

const range = (index: number, length: number): string =>
  choice(Array.from({ length }, (_, at) => index + at))

const choice = (indexes: readonly number[]): string =>
  `(?:${indexes.map((index) => formOf(index)).join('|')})`

/** The last two characters differ in base64url, and are escaped in URLs and maybe in JSON. */
const formOf = (index: number): string => {
  if (index === 62) return String.raw`(?:[+\-]|%2[bB])`
  if (index === 63) return String.raw`(?:\\?\/|_|%2[fF])`
  return alphabet.charAt(index)
}
