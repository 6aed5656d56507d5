/** Where the values of secrets come from. */
export interface Secrets {
  /** Undefined where there is none. Throws `SECRET_NAMES_COLLIDE`. */
  valueOf(name: string): string | undefined
}
