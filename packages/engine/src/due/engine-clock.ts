/** What the engine takes for the time: that of the system, or one at which it is pinned. */
export class EngineClock {
  readonly #system: () => number
  readonly #listeners: (() => Promise<void>)[] = []
  #pinnedAt: number | undefined

  constructor(system: () => number) {
    this.#system = system
  }

  /** Epoch milliseconds. */
  readonly now = (): number => this.#pinnedAt ?? this.#system()

  /** How long it takes until then; for ever while the time stands still before it. */
  msUntil(time: number): number {
    const leftMs = Math.max(0, time - this.now())
    return this.#pinnedAt === undefined || leftMs === 0 ? leftMs : Number.POSITIVE_INFINITY
  }

  /** Lets the time stand still; resolves when all is done that is due by then. */
  async pin(time: number): Promise<void> {
    this.#pinnedAt = time
    await this.#tell()
  }

  /** Goes on with the time of the system, and resolves as `pin` does. */
  async reset(): Promise<void> {
    this.#pinnedAt = undefined
    await this.#tell()
  }

  /** What has to look at the time anew when it was changed. */
  onChanged(listener: () => Promise<void>): void {
    this.#listeners.push(listener)
  }

  async #tell(): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener()))
  }
}
