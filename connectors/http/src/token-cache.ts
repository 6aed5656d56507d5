import { HttpError } from '@tenon/sdk'

/** A token as its endpoint gave it. */
export interface Token {
  readonly value: string
  /** Milliseconds; a token without is used once. */
  readonly lifetimeMs: number | undefined
}

/** Who fetches a token where none is known. */
export interface Fetcher {
  readonly fetch: () => Promise<Token>
  /** Aborts when the fetcher has gone; those that waited for it fetch for themselves then. */
  readonly signal: AbortSignal
}

/** A token for one request. */
export interface Obtained {
  readonly value: string
  /** Whether an earlier request had fetched it, so that it may have been revoked since. */
  readonly isKept: boolean
}

interface Kept {
  readonly value: string
  readonly until: number
}

interface UnderWay {
  readonly token: Promise<Token>
  readonly signal: AbortSignal
  waiting: number
}

const tokensMax = 1_000
/** Those beyond are told that the endpoint is busy, so that one that hangs holds only so many. */
const waitingMax = 64
/** What a token is dropped before its end: it takes time to arrive, and clocks differ. */
const skewMs = 10_000

/** Tokens in memory, by keys that must not be secrets; one fetch at a time for a key. */
export class TokenCache {
  readonly #kept = new Map<string, Kept>()
  readonly #underWay = new Map<string, UnderWay>()
  readonly #now: () => number

  /** `now` in milliseconds, and never backwards. */
  constructor(now = (): number => performance.now()) {
    this.#now = now
  }

  /** Throws what the fetcher throws, and `HTTP_BUSY` where too many wait for one token. */
  async get(key: string, by: Fetcher): Promise<Obtained> {
    for (;;) {
      const kept = this.#kept.get(key)
      if (kept !== undefined && kept.until > this.#now()) return { value: kept.value, isKept: true }
      const underWay = this.#underWay.get(key)
      const token = await (underWay === undefined ? this.#fetch(key, by) : waitFor(underWay))
      if (token !== undefined) return { value: token.value, isKept: false }
    }
  }

  /** Forgets a token that was refused, unless another one has taken its place. */
  drop(key: string, value: string): void {
    if (this.#kept.get(key)?.value === value) this.#kept.delete(key)
  }

  #fetch(key: string, { fetch, signal }: Fetcher): Promise<Token> {
    const token = Promise.try(fetch)
      .then((fetched) => this.#keep(key, fetched))
      .finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, { token, signal, waiting: 0 })
    return token
  }

  #keep(key: string, token: Token): Token {
    this.#kept.delete(key)
    if (token.lifetimeMs === undefined) return token
    const [oldest] = this.#kept.keys()
    if (oldest !== undefined && this.#kept.size >= tokensMax) this.#kept.delete(oldest)
    this.#kept.set(key, { value: token.value, until: this.#now() + token.lifetimeMs - skewMs })
    return token
  }
}

/** Undefined where the fetcher has gone. */
const waitFor = async (underWay: UnderWay): Promise<Token | undefined> => {
  if (underWay.waiting >= waitingMax) {
    throw new HttpError(
      'HTTP_BUSY',
      `${waitingMax} calls wait for one token. This one comes later.`,
    )
  }
  underWay.waiting++
  try {
    return await underWay.token
  } catch (error) {
    if (underWay.signal.aborted) return undefined
    throw error
  }
}
