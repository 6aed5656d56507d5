import { OrchestrationError } from '@tenon/orchestration'

/** Characters of a `$like` pattern at most; SQLite takes 50,000 bytes after escaping. */
export const likePatternMax = 10_000

const special = /\\([^])|[[\]]/g

/**
 * The GLOB pattern for a `$like` pattern, where `*` is any text, `?` one character, and `\`
 * escapes. Unlike LIKE, GLOB tells upper from lower case. Throws `INVALID_ARGUMENT`.
 */
export const toGlob = (pattern: string): string => {
  if (pattern.length <= likePatternMax) {
    return pattern.replaceAll(special, (found: string, escaped?: string) =>
      literal(escaped ?? found),
    )
  }
  throw new OrchestrationError(
    'INVALID_ARGUMENT',
    `A "$like" pattern has ${pattern.length} characters. Use at most ${likePatternMax}.`,
  )
}

// GLOB has no escape character, but a class of one character means that character.
const literal = (character: string): string =>
  ['*', '?', '['].includes(character) ? `[${character}]` : character
