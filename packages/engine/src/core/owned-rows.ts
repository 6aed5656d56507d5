interface Row {
  readonly key: number
}

/** Rows by key, and by the key of what they belong to; both in the order in which they came. */
export class OwnedRows<Type extends Row> {
  readonly #rows = new Map<number, Type>()
  readonly #keys = new Map<number, Set<number>>()
  readonly #ownerOf: (row: Type) => number

  constructor(ownerOf: (row: Type) => number) {
    this.#ownerOf = ownerOf
  }

  get size(): number {
    return this.#rows.size
  }

  get(key: number): Type | undefined {
    return this.#rows.get(key)
  }

  values(): IterableIterator<Type> {
    return this.#rows.values()
  }

  hasAny(ownerKey: number): boolean {
    return this.#keys.has(ownerKey)
  }

  countOf(ownerKey: number): number {
    return this.#keys.get(ownerKey)?.size ?? 0
  }

  /** As they are now: they may change while they are gone through. */
  of(ownerKey: number): readonly Type[] {
    const keys = this.#keys.get(ownerKey)
    return keys === undefined ? [] : [...keys].flatMap((key) => this.#rows.get(key) ?? [])
  }

  set(row: Type): void {
    this.#rows.set(row.key, row)
    const ownerKey = this.#ownerOf(row)
    const keys = this.#keys.get(ownerKey)
    if (keys === undefined) this.#keys.set(ownerKey, new Set([row.key]))
    else keys.add(row.key)
  }

  delete(row: Type): void {
    this.#rows.delete(row.key)
    const ownerKey = this.#ownerOf(row)
    const keys = this.#keys.get(ownerKey)
    keys?.delete(row.key)
    if (keys?.size === 0) this.#keys.delete(ownerKey)
  }
}
