import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Difference } from './comparison.ts'

const file = join(import.meta.dirname, 'expected-differences.txt')

/** What a difference is listed by. */
export const keyOf = ({ scenario, action }: Difference): string => `${scenario}: ${action}`

/**
 * The differences that are known, each with its reason: lines of `## <reason>`, and below each the
 * scenario and the action. A reason is a heading of docs/reference/templates.md.
 */
export const expectedDifferences = (): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>()
  let reason: string | undefined
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) reason = line.slice('## '.length)
    else if (line !== '') reasons.set(line, requireReason(reason, line))
  }
  return reasons
}

const requireReason = (reason: string | undefined, line: string): string => {
  if (reason === undefined) throw new Error(`${file} gives no reason for ${line}`)
  return reason
}
