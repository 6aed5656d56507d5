import { FeelError } from '../errors.ts'
import { excerpt } from '../excerpt.ts'
import type { Span } from '../syntax.ts'

/** A blank or a comment; a comment has to end, the last line counts as an end. */
export const blank =
  /(?:[\s\u0085\u180e\u200b]|\/\/[^\n]*(?:\n|$)|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)/
const blanks = new RegExp(`${blank.source}*`, 'y')

/** Format characters are part of a word, but for those that are blanks, which come with pasted text. */
const word =
  /[\p{L}\p{Nl}\p{Sc}\p{Pc}][[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}\p{Cf}]--[\u180e\u200b\ufeff]]*/vy
const quotedName = /`[^`]+`/y

/** Words that are no names without backticks. All others are, also `if` and `for`. */
const reserved: ReadonlySet<string> = new Set([
  'null',
  'true',
  'false',
  'function',
  'in',
  'return',
  'then',
  'else',
  'satisfies',
  'and',
  'or',
])

/** Reads the text of an expression from left to right. */
export class Cursor {
  readonly source: string
  /** Where the next token is looked for. */
  #at = 0
  /** Where the last token ended. */
  #end = 0

  constructor(source: string) {
    this.source = source
    this.#skipBlanks()
  }

  /** Where the next token begins. */
  get at(): number {
    return this.#at
  }

  /** What has been read since a token began. */
  since(from: number): Span {
    return { from, to: this.#end }
  }

  /** Goes back to where a token began. */
  returnTo(at: number): void {
    this.#at = at
  }

  isAtEnd(): boolean {
    return this.#at >= this.source.length
  }

  /** Whether the next token matches; the pattern must be sticky. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    return pattern.test(this.source)
  }

  seesSymbol(symbol: string): boolean {
    return this.source.startsWith(symbol, this.#at)
  }

  seesWord(expected: string): boolean {
    return this.#word() === expected
  }

  /** The next token, if it matches; the pattern must be sticky. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.source)?.[0]
    if (found !== undefined) this.#advance(found.length)
    return found
  }

  takeSymbol(symbol: string): boolean {
    if (!this.seesSymbol(symbol)) return false
    this.#advance(symbol.length)
    return true
  }

  takeWord(expected: string): boolean {
    if (!this.seesWord(expected)) return false
    this.#advance(expected.length)
    return true
  }

  /** One of several symbols; of those that begin alike, the longer comes first. */
  takeOneOf<Symbol extends string>(symbols: readonly Symbol[]): Symbol | undefined {
    return symbols.find((symbol) => this.takeSymbol(symbol))
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected()
  }

  expectWord(expected: string): void {
    if (!this.takeWord(expected)) throw this.unexpected()
  }

  /** A name of one word, or of anything in backticks. */
  takeName(): string | undefined {
    const quoted = this.take(quotedName)
    if (quoted !== undefined) return quoted.slice(1, -1)
    const found = this.#word()
    if (found === undefined || reserved.has(found)) return undefined
    this.#advance(found.length)
    return found
  }

  expectName(): string {
    const name = this.takeName()
    if (name === undefined) throw this.unexpected()
    return name
  }

  /** The next words that are names, as far as only spaces part them. */
  takeWords(): readonly string[] {
    const words: string[] = []
    for (;;) {
      const found = this.#word()
      if (found === undefined || reserved.has(found)) return words
      words.push(found)
      this.#advance(found.length)
      if (!/^ +$/.test(this.source.slice(this.#end, this.#at))) return words
    }
  }

  unexpected(): FeelError {
    const position = this.#at
    const message = `Position ${position} is not FEEL: ${this.#mistake()}`
    return new FeelError('FEEL_SYNTAX', message, position)
  }

  #mistake(): string {
    if (this.isAtEnd()) return 'the expression ends too early. Complete it.'
    const found = `unexpected ${excerpt(this.source, this.#at)}.`
    const isDoubled = this.source.slice(0, this.#at).trimEnd().endsWith('=')
    return isDoubled && this.source.charAt(this.#at) === '='
      ? `${found} Compare with a single =.`
      : `${found} Correct it there or before.`
  }

  refused(at: number, message: string): FeelError {
    return new FeelError('FEEL_SYNTAX', message, at)
  }

  #word(): string | undefined {
    word.lastIndex = this.#at
    return word.exec(this.source)?.[0]
  }

  #advance(length: number): void {
    this.#end = this.#at += length
    this.#skipBlanks()
  }

  #skipBlanks(): void {
    blanks.lastIndex = this.#at
    this.#at += blanks.exec(this.source)?.[0].length ?? 0
  }
}
