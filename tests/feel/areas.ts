import type { Area } from './area.ts'
import { calls } from './calls.ts'
import { generated } from './generated.ts'
import { momentPairs } from './moments.ts'
import { operatorPairs } from './operators.ts'
import { handWritten } from './tables.ts'

/** All expressions that are compared, each once. */
export const areas = (): readonly Area[] => {
  const seen = new Set<string>()
  return [...handWritten(), calls(), operatorPairs(), momentPairs(), ...generated()].map(
    ({ name, expressions }) => {
      const added = [...new Set(expressions).difference(seen)]
      for (const expression of added) seen.add(expression)
      return { name, expressions: added }
    },
  )
}
