import type { Json, JsonObject } from '@tenon/orchestration'
import { evaluateOver } from './evaluate.ts'
import type { JobHeaders } from './job-headers.ts'
import { requireContext, toVariables } from './to-variables.ts'

/**
 * The variables that the model makes of a connector's result; undefined where it maps nothing.
 * Throws `FeelError`, and what `toVariables` does.
 */
export const mapResult = (
  result: Json,
  headers: JobHeaders,
  timeZone: string,
): JsonObject | undefined => {
  const { resultVariable, resultExpression } = headers
  if (resultVariable === undefined && resultExpression === undefined) return undefined
  const named = resultVariable === undefined ? {} : { [resultVariable]: result }
  if (resultExpression === undefined) return toVariables(named, 'Result variable')
  const mapped = evaluateOver(resultExpression, result, { timeZone }) ?? {}
  return toVariables(
    { ...named, ...requireContext(mapped, 'Result expression') },
    'Result expression',
  )
}
