/** What a check found: the place, what is wrong and what to do about it. */
export interface Problem {
  /** Name of the rule, as `exceptions.ts` uses it. */
  readonly rule: string
  /** Path from the root of the repository. */
  readonly path: string
  /** From 1; null where the whole file is meant. */
  readonly line: number | null
  readonly message: string
}

/** A problem in one line, in the form that terminals and editors make a link of. */
export const describeProblem = ({ rule, path, line, message }: Problem): string =>
  `${path}${line === null ? '' : `:${line}`}  ${message}  [${rule}]`
