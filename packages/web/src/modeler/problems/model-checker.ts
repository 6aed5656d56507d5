import type { ModelProblem } from '../model-problem.ts'

export interface Question {
  readonly id: number
  readonly xml: string
}

export interface Answer {
  readonly id: number
  readonly problems: readonly ModelProblem[]
}

/** Checks models in a thread of its own, so that drawing stays smooth however large they are. */
export class ModelChecker {
  readonly #worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
  #latest = 0

  /** `found` gets the problems of the text that was asked about last. */
  constructor(found: (problems: readonly ModelProblem[]) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.id === this.#latest) found(data.problems)
    })
  }

  check(xml: string): void {
    this.#latest += 1
    this.#worker.postMessage({ id: this.#latest, xml } satisfies Question)
  }

  close(): void {
    this.#worker.terminate()
  }
}
