/** Where the values of secrets come from. */
export interface Secrets {
  /** Undefined where there is none. */
  find(name: string): Secret | undefined
}

/** The value of a secret, and what the source calls it. */
export interface Secret {
  readonly value: string
  /** Two names for one source are two spellings of one secret. */
  readonly source: string
}
