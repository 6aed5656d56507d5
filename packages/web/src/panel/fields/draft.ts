import { addPendingEdit } from './pending-edits.ts'

/** How long nobody types until an edit is written. */
export const pauseMs = 500

/** A text that is being typed, and what writes it: after a pause, or when it is settled. */
export class Draft {
  #write: (text: string) => void = () => {}
  #waiting: { readonly text: string; readonly forget: () => void } | undefined

  writeWith(write: (text: string) => void): void {
    this.#write = write
  }

  /** Whether something is typed and not yet written. */
  get isWaiting(): boolean {
    return this.#waiting !== undefined
  }

  type(text: string): void {
    this.#drop()
    const timer = setTimeout(() => this.settle(), pauseMs)
    const forget = addPendingEdit(() => this.settle())
    this.#waiting = {
      text,
      forget: () => {
        clearTimeout(timer)
        forget()
      },
    }
  }

  /** Writes now what waits. */
  settle(): void {
    const waiting = this.#waiting
    this.#drop()
    if (waiting !== undefined) this.#write(waiting.text)
  }

  #drop(): void {
    this.#waiting?.forget()
    this.#waiting = undefined
  }
}
