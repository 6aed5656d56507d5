import type { Exception } from './exceptions.ts'
import type { Problem } from './problem.ts'

/** The problems that are not excepted, and the exceptions that have become stale. */
export const except = (
  problems: readonly Problem[],
  exceptions: readonly Exception[],
): readonly Problem[] => [
  ...problems.filter((problem) => !exceptions.some((each) => covers(each, problem))),
  ...exceptions.filter((each) => !problems.some((problem) => covers(each, problem))).map(stale),
]

const covers = (exception: Exception, { rule, path }: Problem): boolean =>
  exception.rule === rule && exception.path === path

const stale = ({ rule, path }: Exception): Problem => ({
  rule: 'stale-exception',
  path: 'tools/exceptions.ts',
  line: null,
  message: `excepts ${path} from ${rule}, which it keeps by now. Remove the exception.`,
})
