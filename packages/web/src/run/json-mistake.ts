/** Where a text stops being JSON; line and column count from 1. */
export interface JsonMistake {
  readonly line: number
  readonly column: number
  /** What could stand there. */
  readonly expected: Expected
}

export type Expected =
  'value' | 'name' | 'colon' | 'comma-or-brace' | 'comma-or-bracket' | 'end' | 'string-end'

/** Punctuation, a string, or another scalar, after blanks. */
const token =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|((?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])))/uy

interface State {
  readonly open: ('{' | '[')[]
  next: Expected
  /** Right after `{` or `[`, where it may end at once. */
  isFresh: boolean
}

/**
 * The first mistake of a text that should be JSON; undefined where it is. Browsers say it each in
 * their own words, and not always where.
 */
export const findJsonMistake = (text: string): JsonMistake | undefined => {
  const state: State = { open: [], next: 'value', isFresh: false }
  let at = 0
  for (;;) {
    token.lastIndex = at
    const found = token.exec(text)
    if (found === null) break
    if (!take(state, found)) break
    at = token.lastIndex
  }
  const rest = /^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0
  const place = at + rest
  if (state.next === 'end' && place === text.length) return undefined
  return { ...positionOf(text, place), expected: expectedAt(state, text[place]) }
}

/** Goes on over a token; false where it may not stand. */
const take = (state: State, [, mark, string]: RegExpExecArray): boolean => {
  const { next, isFresh } = state
  state.isFresh = false
  if (mark === undefined) return takeScalar(state, string !== undefined)
  if (next === 'value' && (mark === '{' || mark === '[')) {
    state.open.push(mark)
    state.next = mark === '{' ? 'name' : 'value'
    state.isFresh = true
    return true
  }
  const ends = next === 'comma-or-brace' || next === 'comma-or-bracket' || isFresh
  if (ends && mark === (state.open.at(-1) === '{' ? '}' : ']')) {
    state.open.pop()
    state.next = afterValue(state)
    return true
  }
  if (mark === ',' && next.startsWith('comma')) {
    state.next = next === 'comma-or-brace' ? 'name' : 'value'
    return true
  }
  state.isFresh = isFresh
  if (mark !== ':' || next !== 'colon') return false
  state.next = 'value'
  return true
}

const takeScalar = (state: State, isString: boolean): boolean => {
  if (state.next === 'name' && isString) {
    state.next = 'colon'
    return true
  }
  if (state.next !== 'value') return false
  state.next = afterValue(state)
  return true
}

const afterValue = ({ open }: State): Expected => {
  const inside = open.at(-1)
  if (inside === undefined) return 'end'
  return inside === '{' ? 'comma-or-brace' : 'comma-or-bracket'
}

const expectedAt = ({ next }: State, character: string | undefined): Expected =>
  character === '"' && (next === 'value' || next === 'name') ? 'string-end' : next

const positionOf = (text: string, place: number): { line: number; column: number } => {
  const before = text.slice(0, place).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
