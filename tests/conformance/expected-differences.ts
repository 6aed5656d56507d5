import { join } from 'node:path'
import { readReasons } from '../read-reasons.ts'

/** What a difference is listed by. */
export const keyOf = (about: string, scenario: string): string => `${about}: ${scenario}`

/** The scenarios that are known to differ; a reason is a heading of docs/reference/conformance.md. */
export const expectedDifferences = (): ReadonlyMap<string, string> =>
  readReasons(join(import.meta.dirname, 'expected-differences.txt'))
