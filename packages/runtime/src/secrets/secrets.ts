/** Where the values of secrets come from. */
export interface Secrets {
  find(name: string): Secret
}

/** The value of a secret, undefined where there is none, and what its source calls it. */
export interface Secret {
  readonly value: string | undefined
  /** Two names for one source are two spellings of one secret. */
  readonly source: string
}
