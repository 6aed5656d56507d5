import { compile } from './compile.ts'
import type { Environment } from './environment.ts'
import { FeelError } from './errors.ts'
import { toJson, type Json } from './to-json.ts'

/** For tests: the time at which Camunda was measured, and lots that are always the same. */
export const fixedEnvironment: Environment = {
  now: Date.parse('2026-11-20T12:34:56.789Z'),
  random: () => 0.5,
  uuid: () => '00000000-0000-4000-8000-000000000000',
}

const sorted = (json: Json): Json => {
  if (Array.isArray(json)) return json.map(sorted)
  if (typeof json !== 'object' || json === null || JSON.isRawJSON(json)) return json
  const entries = Object.entries(json).map(([name, value]): [string, Json] => [name, sorted(value)])
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

/** For tests: the result without variables, as JSON with its names in order. */
export const jsonOf = (source: string): string =>
  JSON.stringify(sorted(toJson(compile(source).evaluate(() => undefined, fixedEnvironment))))

/** For tests: the code that an expression without variables fails with. */
export const codeOf = (source: string): string => {
  try {
    jsonOf(source)
  } catch (error) {
    return error instanceof FeelError ? error.code : String(error)
  }
  return 'none'
}
