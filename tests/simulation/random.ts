import { randomFrom } from '../random.ts'

/** Random choices, always the same for a seed. */
export class Random {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = randomFrom(seed)
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return Math.floor(this.#next() * end)
  }

  isTrue(percent: number): boolean {
    return this.below(100) < percent
  }

  /** Undefined of an empty list only. */
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)]
  }

  /** One of those given. */
  oneOf<Item>(first: Item, ...others: readonly Item[]): Item {
    return this.pick([first, ...others]) ?? first
  }

  weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item {
    let left = this.below(items.reduce((sum, { weight }) => sum + weight, 0))
    for (const item of items) {
      left -= item.weight
      if (left < 0) return item
    }
    throw new Error('Nothing to choose from')
  }

  /** Items that are each taken with the same chance. */
  some<Item>(items: readonly Item[], percent: number): readonly Item[] {
    return items.filter(() => this.isTrue(percent))
  }
}
