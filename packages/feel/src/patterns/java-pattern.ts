import { RE2JS } from 're2js'
import { BadPattern, UnsupportedPattern } from './pattern-error.ts'

/** What `.` and `$` do with line breaks. */
interface Lines {
  /** `.` takes line breaks too: flag `s`. */
  readonly dotAll: boolean
  /** `$` is the end of each line: flag `m`. */
  readonly multiline: boolean
}

/** What the letters of `flags` mean, and what `$` does. */
export interface PatternOptions extends Lines {
  /** Blanks and comments do not count: flag `x`. */
  readonly comments: boolean
  /** Only whether it matches counts: then `$` can take the last line break with it. */
  readonly testOnly: boolean
}

const lineBreaks = '\\n\\r\\x{85}\\x{2028}\\x{2029}'
const horizontal = ' \\t\\x{a0}\\x{1680}\\x{180e}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}'
const vertical = '\\n-\\r\\x{85}\\x{2028}\\x{2029}'

/** Escapes that RE2 reads differently or not at all, as what stands in brackets for them. */
const classes: ReadonlyMap<string, string> = new Map([
  ['s', '\\t-\\r '],
  ['h', horizontal],
  ['v', vertical],
  ['e', '\\x{1b}'],
])

/** Escapes that both know alike. */
const shared = new Set('dDwWbBAztnrfaSx')

/** Java's classes of ASCII characters. */
const posix: ReadonlyMap<string, string> = new Map([
  ['Lower', 'lower'],
  ['Upper', 'upper'],
  ['ASCII', 'ascii'],
  ['Alpha', 'alpha'],
  ['Digit', 'digit'],
  ['Alnum', 'alnum'],
  ['Punct', 'punct'],
  ['Graph', 'graph'],
  ['Print', 'print'],
  ['Blank', 'blank'],
  ['Cntrl', 'cntrl'],
  ['XDigit', 'xdigit'],
  ['Space', 'space'],
])

const groups: readonly (readonly [string, string])[] = [
  ['(?=', 'a look-ahead'],
  ['(?!', 'a look-ahead'],
  ['(?<=', 'a look-behind'],
  ['(?<!', 'a look-behind'],
  ['(?>', 'an atomic group'],
]

const repeatMax = 1_000

/**
 * Writes a pattern of Java as one of RE2. What takes more than linear time, such as a look-ahead or
 * a back reference, throws `UnsupportedPattern`; what is no pattern in Java, `BadPattern`.
 */
export const translatePattern = (pattern: string, options: PatternOptions): string =>
  new JavaPattern(pattern, options).translate()

class JavaPattern {
  readonly #pattern: string
  readonly #options: PatternOptions
  #at = 0
  /** Of each open group, since a pattern can change them inside. */
  readonly #lines: Lines[]

  constructor(pattern: string, options: PatternOptions) {
    this.#pattern = pattern
    this.#options = options
    this.#lines = [options]
  }

  get #line(): Lines {
    return this.#lines.at(-1) ?? this.#options
  }

  translate(): string {
    let translated = ''
    while (this.#at < this.#pattern.length) translated += this.#element()
    return translated
  }

  #element(): string {
    const character = this.#take(1)
    switch (character) {
      case '\\':
        return this.#escape(false)
      case '[':
        return this.#class()
      case '(':
        return this.#group()
      case ')':
        if (this.#lines.length > 1) this.#lines.pop()
        return ')'
      case '.':
        return this.#line.dotAll ? '(?s:.)' : `[^${lineBreaks}]`
      case '$':
        return this.#end()
      case '*':
      case '+':
      case '?':
        return this.#repeated(character)
      case '{':
        return this.#repeated(this.#count())
      default:
        return this.#literal(character)
    }
  }

  #literal(character: string): string {
    if (!this.#options.comments) return character
    if (/\s/.test(character)) return ''
    if (character !== '#') return character
    const rest = this.#pattern.slice(this.#at)
    this.#at += /^[^\n\r]*/.exec(rest)?.[0].length ?? 0
    return ''
  }

  /** In Java the end is also before the last line break. */
  #end(): string {
    return this.#line.multiline || !this.#options.testOnly
      ? '$'
      : `(?:(?:\\r\\n|[${lineBreaks}])?\\z)`
  }

  #count(): string {
    const count = /^(\d+)(?:,(\d*))?\}/.exec(this.#pattern.slice(this.#at))
    if (count === null) throw new BadPattern()
    this.#at += count[0].length
    if (Math.max(Number(count[1]), Number(count[2] ?? 0)) > repeatMax) {
      throw new UnsupportedPattern(`more than ${repeatMax} repetitions`)
    }
    return `{${count[0]}`
  }

  #repeated(count: string): string {
    if (this.#pattern[this.#at] === '+') throw new UnsupportedPattern('a possessive repetition')
    return this.#pattern[this.#at] === '?' ? count + this.#take(1) : count
  }

  #group(): string {
    const opening = this.#pattern.slice(this.#at - 1)
    const beyond = groups.find(([start]) => opening.startsWith(start))
    if (beyond !== undefined) throw new UnsupportedPattern(beyond[1])
    if (opening.startsWith('(?P')) throw new BadPattern()
    const flags = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/.exec(opening)
    const outside = this.#line
    if (flags === null) {
      this.#lines.push(outside)
      return '('
    }
    const [text, on = '', off = '', end] = flags
    if (/[^ims]/.test(on + off)) throw new UnsupportedPattern('a flag other than i, m and s')
    this.#at += text.length - 1
    const isOn = (flag: string, before: boolean): boolean =>
      (on.includes(flag) || before) && !off.includes(flag)
    if (end === ')') this.#lines.pop()
    this.#lines.push({
      dotAll: isOn('s', outside.dotAll),
      multiline: isOn('m', outside.multiline),
    })
    return text
  }

  /** `[...]`; in Java a class may hold others, and what they share. */
  #class(): string {
    let translated = `[${this.#pattern[this.#at] === '^' ? this.#take(1) : ''}`
    if (this.#pattern[this.#at] === ']') translated += `\\${this.#take(1)}`
    for (;;) {
      const character = this.#take(1)
      if (character === '') throw new BadPattern()
      if (character === ']') return `${translated}]`
      if (character === '[' || (character === '&' && this.#pattern[this.#at] === '&')) {
        throw new UnsupportedPattern('a class within a class')
      }
      translated += character === '\\' ? this.#escape(true) : this.#literal(character)
    }
  }

  #escape(inClass: boolean): string {
    const letter = this.#take(1)
    const bracketed = classes.get(letter)
    if (bracketed !== undefined) return inClass ? bracketed : `[${bracketed}]`
    if (letter === 'S' && !inClass) return '[^\\t-\\r ]'
    if (letter === 'u') return `\\x{${this.#hexadecimal()}}`
    if (letter === 'Q') return this.#quoted()
    if (letter === 'p' || letter === 'P') return this.#property(letter, inClass)
    if (letter === 'R' && !inClass) return `(?:\\r\\n|[${vertical}])`
    if (/[1-9k]/.test(letter)) throw new UnsupportedPattern('a back reference')
    if (/[0GXZNcHV]/.test(letter)) throw new UnsupportedPattern(`\\${letter}`)
    if (letter === '' || (/[a-zA-Z]/.test(letter) && !shared.has(letter))) throw new BadPattern()
    return /[\w]/.test(letter) ? `\\${letter}` : RE2JS.quote(letter)
  }

  #hexadecimal(): string {
    const digits = this.#take(4)
    if (!/^[\da-fA-F]{4}$/.test(digits)) throw new BadPattern()
    return digits
  }

  #quoted(): string {
    const end = this.#pattern.indexOf('\\E', this.#at)
    const text = this.#take((end < 0 ? this.#pattern.length : end) - this.#at)
    if (end >= 0) this.#at += 2
    return RE2JS.quote(text)
  }

  #property(letter: 'p' | 'P', inClass: boolean): string {
    const match = /^(?:\{(\^?\w+)\}|(\w))/.exec(this.#pattern.slice(this.#at))
    if (match === null) throw new BadPattern()
    this.#at += match[0].length
    const name = (match[1] ?? match[2] ?? '').replace(/^Is(?=[A-Z])/, '')
    const ascii = posix.get(name)
    if (ascii === undefined) return `\\${letter}{${name}}`
    const inside = `[:${letter === 'P' ? '^' : ''}${ascii}:]`
    return inClass ? inside : `[${inside}]`
  }

  #take(count: number): string {
    const taken = this.#pattern.slice(this.#at, this.#at + count)
    this.#at += count
    return taken
  }
}
