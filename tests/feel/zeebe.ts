import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseJson, type Json } from '@tenon/orchestration'
import { z } from 'zod'
import type { FoundZeebe } from '../zeebe/find-zeebe.ts'
import { runJava } from '../zeebe/run-java.ts'
import { evaluated, refused, failed, type Outcome } from './outcome.ts'
import { clock, variables } from './surroundings.ts'

const answer = z.union([
  z.object({ parseError: z.string() }),
  z.object({ evaluationError: z.string() }),
  z.object({ result: z.custom<Json>(), warnings: z.array(z.string()) }),
])

/** The outcome of each expression, in their order. */
export const askZeebe = async (
  zeebe: FoundZeebe,
  expressions: readonly string[],
): Promise<readonly Outcome[]> => {
  const child = runJava(zeebe, join(import.meta.dirname, 'Evaluate.java'), [clock])
  const exit = once(child, 'close')
  const questions = expressions.map((expression) => JSON.stringify({ expression, variables }))
  child.stdin.end(questions.map((question) => `${question}\n`).join(''))
  const [answers, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  await exit
  const lines = answers.trimEnd().split('\n')
  if (lines.length === expressions.length) return lines.map(read)
  throw new Error(`Zeebe answered ${lines.length} of ${expressions.length}: ${errors}`)
}

const read = (line: string): Outcome => {
  const given = answer.parse(parseJson(line))
  if ('parseError' in given) return refused(given.parseError)
  if ('evaluationError' in given) return failed(given.evaluationError)
  return evaluated(given.result, given.warnings)
}
