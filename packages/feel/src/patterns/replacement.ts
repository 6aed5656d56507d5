import type { Pattern } from './compile-pattern.ts'

type Matcher = ReturnType<Pattern['matcher']>

/** What a match is replaced by: texts, and groups by number or name. */
type Piece = string | { readonly group: number | string }

/**
 * Reads a replacement as Java does: `$1` and `${name}` are groups, and a backslash takes the meaning
 * of what follows. Null for a stray `$` or `\`, and for a group that the pattern does not have.
 */
export const parseReplacement = (
  text: string,
  groupCount: number,
  names: ReadonlySet<string>,
): readonly Piece[] | null => {
  const pieces: Piece[] = []
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at, at + maxPiece)
    const [match = '', plain, escaped, name, digits] = piece.exec(rest) ?? []
    if (match === '') return null
    at += match.length
    if (plain !== undefined || escaped !== undefined) pieces.push(plain ?? escaped ?? '')
    else if (name !== undefined) {
      if (!names.has(name)) return null
      pieces.push({ group: name })
    } else {
      const group = longestGroup(digits ?? '', groupCount)
      if (group === undefined) return null
      at -= (digits?.length ?? 0) - group.length
      pieces.push({ group: Number(group) })
    }
  }
  return pieces
}

/** So that a long replacement is not copied for each of its pieces. */
const maxPiece = 256
const piece = /^(?:([^\\$]+)|\\([\s\S])|\$\{([a-zA-Z][a-zA-Z0-9]*)\}|\$(\d{1,9}))/

/** As many digits as still name a group: `$12` is group 1 and a 2 where there are less than 12. */
const longestGroup = (digits: string, groupCount: number): string | undefined => {
  for (let length = digits.length; length > 1; length--) {
    const group = digits.slice(0, length)
    if (Number(group) <= groupCount) return group
  }
  return Number(digits[0]) <= groupCount ? digits[0] : undefined
}

/** The text for one match; a group that did not take part is empty. */
export const expand = (pieces: readonly Piece[], matcher: Matcher): string =>
  pieces
    .map((part) => (typeof part === 'string' ? part : (matcher.group(part.group) ?? '')))
    .join('')
