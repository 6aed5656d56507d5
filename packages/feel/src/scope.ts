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

/** Whether a call can be one of this function. */
type Fits = (definition: LocalFunction) => boolean

/** Where a unary test finds its `?`, and notes that it has asked for it. */
export interface InputSlots {
  readonly value: number
  readonly isAsked: number
}

/** What names mean at one place of an expression; resolved once, when it is compiled. */
export class Scope {
  readonly #parent: Scope | undefined
  /** Slot of the item whose entries are names here: inside a filter. */
  readonly #item: number | undefined
  /** Inside a unary test. */
  #input: InputSlots | undefined
  readonly #slots = new Map<string, number>()
  readonly #functions = new Map<string, LocalFunction[]>()
  readonly #contexts = new Map<string, Scope>()
  readonly #used = new Set<string>()

  constructor(parent?: Scope, item?: number) {
    this.#parent = parent
    this.#item = item
    if (item !== undefined) this.define('item', item)
  }

  /** Inside the tests of `in`, where `?` is what is tested. */
  static ofTest(parent: Scope, input: InputSlots): Scope {
    const scope = new Scope(parent)
    scope.#input = input
    return scope
  }

  define(name: string, slot: number): void {
    this.#slots.set(name, slot)
  }

  defineFunction(name: string, definition: LocalFunction): void {
    const overloads = this.#functions.get(name)
    if (overloads === undefined) this.#functions.set(name, [definition])
    else overloads.push(definition)
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
    const slots = this.#inputSlots()
    if (at.isOptional) return slots === undefined ? () => null : readSlot(slots.value)
    if (slots === undefined) {
      const message = `"?" has no meaning outside of "in (...)", at position ${at.from}. Name the value.`
      throw new FeelError('FEEL_SYNTAX', message, at.from)
    }
    const { value, isAsked } = slots
    return (frame) => {
      frame.slots[isAsked] = true
      return frame.slots[value] ?? null
    }
  }

  /** An entry that is a context itself, whose functions can be called from here. */
  defineContext(name: string, entries: Scope): void {
    this.#contexts.set(name, entries)
  }

  /** A function that the expression itself has made: `f`, or `f` of the context `a.b`. */
  function(path: readonly string[], name: string, fits: Fits): LocalFunction | undefined {
    const [first, ...rest] = path
    if (first === undefined) {
      return this.#own(name, fits) ?? this.#parent?.function(path, name, fits)
    }
    const context = this.#contexts.get(first)
    if (context !== undefined) return context.#member(rest, name, fits)
    return this.#slots.has(first) ? undefined : this.#parent?.function(path, name, fits)
  }

  #member(
    [first, ...rest]: readonly string[],
    name: string,
    fits: Fits,
  ): LocalFunction | undefined {
    if (first === undefined) return this.#own(name, fits)
    const context = this.#contexts.get(first)
    return context === undefined ? undefined : context.#member(rest, name, fits)
  }

  /** Of several with the same parameters the first counts. */
  #own(name: string, fits: Fits): LocalFunction | undefined {
    return this.#functions.get(name)?.find(fits)
  }

  /** Whether something inside asked for this name so far. */
  isUsed(name: string): boolean {
    return this.#used.has(name)
  }

  #inputSlots(): InputSlots | undefined {
    return this.#input ?? (this.#parent === undefined ? undefined : this.#parent.#inputSlots())
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
