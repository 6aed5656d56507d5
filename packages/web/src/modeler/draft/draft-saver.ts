/** What is drawn and named now. */
export interface DraftContent {
  readonly name: string
  readonly xml: string
}

/** Whether the server has what is drawn. */
export type DraftState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** It is tried again by itself when `isTriedAgain`, else after the next change. */
  | { readonly kind: 'failed'; readonly error: Error; readonly isTriedAgain: boolean }
  /** Someone else has changed the model. Nothing is sent any more. */
  | { readonly kind: 'conflict' }

/** All that a page shows of it. */
export interface DraftView<Summary> {
  readonly state: DraftState
  /** As the server had it last. */
  readonly summary: Summary
  readonly isSaved: boolean
}

export interface DraftPort<Summary> {
  /** Rejects when the model cannot be written as XML. */
  read(): Promise<DraftContent>
  send(content: DraftContent, revision: number, isLeaving: boolean): Promise<Summary>
  /** What became of a failed attempt. */
  judge(error: Error): 'conflict' | 'again' | 'refused'
  /** A second copy, for when the page goes away before the server has the first. */
  keep(content: DraftContent, revision: number): void
  forget(): void
}

const pauseMs = 800
const retryFirstMs = 1_000
const retryMaxMs = 30_000

/** Saves a draft a moment after its last change, one attempt at a time, until the server has it. */
export class DraftSaver<Summary extends { readonly revision: number }> {
  readonly #port: DraftPort<Summary>
  readonly #listeners = new Set<() => void>()
  #view: DraftView<Summary>
  #changes = 0
  #savedChanges = 0
  #failures = 0
  /** The revision that a draft in conflict comes from, where that is not the server's. */
  #basis: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #attempt: Promise<void> | undefined

  constructor(summary: Summary, port: DraftPort<Summary>) {
    this.#view = { state: { kind: 'saved' }, summary, isSaved: true }
    this.#port = port
  }

  /** A new object when something of it changes. */
  get view(): DraftView<Summary> {
    return this.#view
  }

  /** Tells of each new view. What it returns ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(): void {
    this.#changes += 1
    if (this.#view.state.kind === 'conflict') void this.#keep()
    else {
      if (this.#view.state.kind === 'saved') this.#enter({ kind: 'unsaved' })
      this.#schedule(pauseMs)
    }
  }

  /** What is not saved is not wanted any more. */
  giveUp(): void {
    this.#savedChanges = this.#changes
    this.#show({})
  }

  /** Someone else has changed what is about to be edited, and what is based on this revision. */
  conflict(revision = this.#view.summary.revision): void {
    this.#basis = revision
    this.#changes += 1
    this.#enter({ kind: 'conflict' })
  }

  /** Saves now what is not saved yet. Whether the server has everything then. */
  async save({ isLeaving = false } = {}): Promise<boolean> {
    while (this.#attempt !== undefined) await this.#attempt
    if (this.#view.state.kind === 'conflict') return false
    if (this.#isSaved) return true
    clearTimeout(this.#timer)
    this.#attempt = this.#send(isLeaving).finally(() => {
      this.#attempt = undefined
    })
    await this.#attempt
    return this.#isSaved
  }

  /**
   * Saves, then does what needs the server to have everything, and changes the summary. Nothing is
   * sent meanwhile, so that the revision stays. undefined where not all could be saved.
   */
  async whenSaved(act: (summary: Summary) => Promise<Summary>): Promise<Summary | undefined> {
    if (!(await this.save())) return undefined
    const acting = act(this.#view.summary)
    this.#attempt = acting
      .then(
        (summary) => this.#show({ summary }),
        // Whoever asked for it is told.
        () => {},
      )
      .finally(() => {
        this.#attempt = undefined
      })
    return acting
  }

  /** When the page is left it stops: what is not saved by then stays in the second copy. */
  #schedule(afterMs: number): void {
    clearTimeout(this.#timer)
    if (this.#listeners.size === 0) return
    this.#timer = setTimeout(() => void this.save(), afterMs)
  }

  async #send(isLeaving: boolean): Promise<void> {
    const changes = this.#changes
    this.#enter({ kind: 'saving' })
    try {
      const content = await this.#port.read()
      const { revision } = this.#view.summary
      this.#port.keep(content, revision)
      this.#sent(changes, await this.#port.send(content, revision, isLeaving))
    } catch (error) {
      this.#failed(error instanceof Error ? error : new Error(String(error)))
    }
  }

  #sent(changes: number, summary: Summary): void {
    this.#view = { ...this.#view, summary }
    this.#savedChanges = changes
    this.#failures = 0
    if (this.#isSaved) {
      this.#port.forget()
      this.#enter({ kind: 'saved' })
    } else {
      this.#enter({ kind: 'unsaved' })
      this.#schedule(pauseMs)
    }
  }

  #failed(error: Error): void {
    const verdict = this.#port.judge(error)
    if (verdict === 'conflict') {
      this.#enter({ kind: 'conflict' })
      return
    }
    const isTriedAgain = verdict === 'again'
    this.#enter({ kind: 'failed', error, isTriedAgain })
    if (!isTriedAgain) return
    this.#schedule(Math.min(retryFirstMs * 2 ** this.#failures, retryMaxMs))
    this.#failures += 1
  }

  /** While nothing is sent, the second copy is the only one. */
  async #keep(): Promise<void> {
    this.#port.keep(await this.#port.read(), this.#basis ?? this.#view.summary.revision)
  }

  get #isSaved(): boolean {
    return this.#changes === this.#savedChanges
  }

  #enter(state: DraftState): void {
    this.#show({ state })
  }

  #show(changed: Partial<DraftView<Summary>>): void {
    this.#view = { ...this.#view, ...changed, isSaved: this.#isSaved }
    for (const listener of this.#listeners) listener()
  }
}
