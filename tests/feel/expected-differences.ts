import { join } from 'node:path'
import { readReasons } from '../read-reasons.ts'
import { written } from './tables.ts'

const file = join(import.meta.dirname, 'expected-differences.txt')

/** The expressions that are known to differ; a reason is a heading of docs/reference/feel-differences.md. */
export const expectedDifferences = (): ReadonlyMap<string, string> =>
  new Map([...readReasons(file)].map(([line, reason]) => [written(line), reason]))
