/** It is no pattern: the function is null, as in Camunda. */
export class BadPattern extends Error {}

/** It is a pattern that cannot be searched in linear time, or not with this engine. */
export class UnsupportedPattern extends Error {
  readonly what: string

  constructor(what: string) {
    super(what)
    this.what = what
  }
}
