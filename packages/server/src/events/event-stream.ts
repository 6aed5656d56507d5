import { Readable } from 'node:stream'

/** Bytes that wait for a client before it counts as slow. */
const bufferedBytesMax = 64 * 1024

/**
 * What one client is sent. A slow one costs no memory: what it does not take is left out, and once it
 * reads again it gets what `catchUp` gives instead.
 */
export class EventStream extends Readable {
  readonly #catchUp: () => string
  #isFull = false
  #hasMissed = false

  constructor(catchUp: () => string) {
    super({ highWaterMark: bufferedBytesMax })
    this.#catchUp = catchUp
  }

  send(text: string): void {
    if (this.#isFull) this.#hasMissed = true
    else this.#isFull = !this.push(text)
  }

  /** After what waits; a slow client does not hold the server up. */
  end(): void {
    if (this.#isFull) this.destroy()
    else this.push(null)
  }

  override _read(): void {
    this.#isFull = false
    if (!this.#hasMissed) return
    this.#hasMissed = false
    this.send(this.#catchUp())
  }
}
