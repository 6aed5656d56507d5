import { join } from 'node:path'
import { readReasons } from '../read-reasons.ts'
import type { Difference } from './comparison.ts'

/** What a difference is listed by. */
export const keyOf = ({ scenario, action }: Difference): string => `${scenario}: ${action}`

/** The differences that are known; a reason is a heading of docs/reference/templates.md. */
export const expectedDifferences = (): ReadonlyMap<string, string> =>
  readReasons(join(import.meta.dirname, 'expected-differences.txt'))
