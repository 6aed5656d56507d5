import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { written } from './tables.ts'

const file = join(import.meta.dirname, 'expected-differences.txt')

/**
 * The expressions that are known to differ, each with its reason: lines of `## <reason>`, and below
 * each the expressions. A reason is a heading of docs/reference/feel-differences.md.
 */
export const expectedDifferences = (): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>()
  let reason: string | undefined
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) reason = line.slice('## '.length)
    else if (line !== '') reasons.set(written(line), requireReason(reason, line))
  }
  return reasons
}

const requireReason = (reason: string | undefined, line: string): string => {
  if (reason === undefined) throw new Error(`${file} gives no reason for ${line}`)
  return reason
}
