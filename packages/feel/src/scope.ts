import { FeelError } from './errors.ts'
import type { Code } from './frame.ts'
import type { Span } from './syntax.ts'
import { entryOf, isContext } from './value.ts'

/** A function that the expression itself defines. */
export interface LocalFunction {
  readonly parameters: readonly string[]
  /** Where its body finds each parameter. */
  readonly slots: readonly number[]
  readonly body: Code
  /** Steps that a call costs. */
  readonly weight: number
  /** Levels of nesting of its body, with what it calls. */
  readonly height: number
}

/** What names mean at one place of an expression; resolved once, when it is compiled. */
export class Scope {
  readonly #parent: Scope | undefined
  /** Slot of the item whose entries are names here: inside a filter. */
  readonly #item: number | undefined
  /** Slot of `?`: inside a unary test. */
  #input: number | undefined
  #isInputUsed = false
  readonly #slots = new Map<string, number>()
  readonly #functions = new Map<string, LocalFunction>()
  readonly #contexts = new Map<string, Scope>()
  readonly #used = new Set<string>()

  constructor(parent?: Scope, item?: number) {
    this.#parent = parent
    this.#item = item
    if (item !== undefined) this.define('item', item)
  }

  /** Inside the tests of `in`, where `?` is what is tested. */
  static ofTest(parent: Scope, input: number): Scope {
    const scope = new Scope(parent)
    scope.#input = input
    return scope
  }

  define(name: string, slot: number): void {
    this.#slots.set(name, slot)
  }

  defineFunction(name: string, definition: LocalFunction): void {
    this.#functions.set(name, definition)
  }

  /** How to read a variable here. */
  variable(name: string): Code {
    this.#used.add(name)
    const here = this.#itemsEntry(name)
    const slot = this.#slots.get(name)
    const code = slot === undefined ? this.#outer(name) : readSlot(slot)
    return here === undefined ? code : here(code)
  }

  /** How to read `?`, which has a meaning in unary tests only. */
  input(at: Span & { readonly isOptional: boolean }): Code {
    if (!at.isOptional) this.#useInput()
    const slot = this.#inputSlot()
    if (slot === undefined) {
      if (at.isOptional) return () => null
      const message = `"?" has no meaning outside of "in (...)", at position ${at.from}. Name the value.`
      throw new FeelError('FEEL_SYNTAX', message, at.from)
    }
    return readSlot(slot)
  }

  /** An entry that is a context itself, whose functions can be called from here. */
  defineContext(name: string, entries: Scope): void {
    this.#contexts.set(name, entries)
  }

  function(name: string): LocalFunction | undefined {
    return this.#functions.get(name) ?? this.#parent?.function(name)
  }

  /** A function of a context that the expression itself has made: `f` of `a.b`. */
  functionOf([first, ...rest]: readonly string[], name: string): LocalFunction | undefined {
    if (first === undefined) return this.function(name)
    const found = this.#contexts.get(first)
    if (found !== undefined) return found.#memberOf(rest, name)
    return this.#slots.has(first) ? undefined : this.#parent?.functionOf([first, ...rest], name)
  }

  #memberOf([first, ...rest]: readonly string[], name: string): LocalFunction | undefined {
    if (first === undefined) return this.#functions.get(name)
    const found = this.#contexts.get(first)
    return found === undefined ? undefined : found.#memberOf(rest, name)
  }

  /** Whether something inside asked for this name so far. */
  isUsed(name: string): boolean {
    return this.#used.has(name)
  }

  /** Whether something inside this test asked for its `?` by name so far. */
  get isInputUsed(): boolean {
    return this.#isInputUsed
  }

  #useInput(): void {
    this.#isInputUsed = true
    if (this.#input !== undefined || this.#parent === undefined) return
    this.#parent.#useInput()
  }

  #inputSlot(): number | undefined {
    if (this.#input !== undefined || this.#parent === undefined) return this.#input
    return this.#parent.#inputSlot()
  }

  #outer(name: string): Code {
    return this.#parent?.variable(name) ?? ((frame) => frame.variables(name) ?? null)
  }

  /** An entry of the item comes before everything else, even before `item` itself. */
  #itemsEntry(name: string): ((otherwise: Code) => Code) | undefined {
    const slot = this.#item
    if (slot === undefined) return undefined
    return (otherwise) => (frame) => {
      const item = frame.slots[slot] ?? null
      const entry = isContext(item) ? entryOf(item, name) : undefined
      return entry === undefined ? otherwise(frame) : entry
    }
  }
}

const readSlot =
  (slot: number): Code =>
  (frame) =>
    frame.slots[slot] ?? null
