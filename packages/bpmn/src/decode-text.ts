const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['gt', '>'],
  ['lt', '<'],
  ['quot', '"'],
])
const REFERENCE = /&(?:([a-z]+)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));|&/g
/** The characters of XML 1.0. */
const CHARACTER = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u
const LAST_CODE_POINT = 0x10_ffff

/**
 * The text that a piece of XML stands for; null where it has a reference that is neither predefined
 * nor a character. Entities are never looked up, so nothing can expand. saxen's own decoder lets
 * unknown ones pass and cuts characters beyond 16 bits.
 */
export const decodeText = (raw: string): string | null => {
  if (!raw.includes('&')) return raw
  let isSound = true
  const decoded = raw.replaceAll(REFERENCE, (_, name?: string, decimal?: string, hex?: string) => {
    const character = name === undefined ? fromNumber(decimal, hex) : PREDEFINED.get(name)
    isSound &&= character !== undefined
    return character ?? ''
  })
  return isSound ? decoded : null
}

const fromNumber = (decimal?: string, hex?: string): string | undefined => {
  const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  if (Number.isNaN(codePoint) || codePoint > LAST_CODE_POINT) return undefined
  const character = String.fromCodePoint(codePoint)
  return CHARACTER.test(character) ? character : undefined
}
