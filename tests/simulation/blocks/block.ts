import type { ModelElement } from '../model/model-element.ts'
import type { Random } from '../random.ts'

/** A part of a process: how it is written, and how it ought to run. */
export interface Block {
  /** The element where a token enters. */
  readonly entry: string
  /** The element where it leaves; null where it never does. */
  readonly exit: string | null
  /** Its elements and the flows between them. */
  readonly xml: string
  /** Runs a token through it in the scope, as far as it comes. */
  readonly enter: (scope: ModelElement, next: () => void) => void
}

/** What a random block is made from. */
export interface Making {
  readonly random: Random
  /** An id that no other element has. */
  readonly nextId: (prefix: string) => string
  /** Variables that nothing writes at the same time. */
  readonly readable: readonly string[]
  /** Variables that nothing else reads or writes at the same time. */
  readonly writable: readonly string[]
  /** How many levels of blocks may be in it. */
  readonly depth: number
  /** Any block, one level further in. */
  readonly block: (making: Making) => Block
}

export interface BlockKind {
  /** How often it is taken among the others. */
  readonly weight: number
  /** Whether it has blocks in it. */
  readonly hasBlocks: boolean
  readonly make: (making: Making) => Block
}

/** A block that a token leaves, since something comes after it. */
export const passableBlock = (making: Making): Block => {
  for (;;) {
    const block = making.block(making)
    if (block.exit !== null) return block
  }
}
