import type { Area } from './area.ts'
import { essence, type Outcome } from './outcome.ts'
import { askTenon } from './tenon.ts'
import type { FoundZeebe } from '../zeebe/find-zeebe.ts'
import { askZeebe } from './zeebe.ts'

/** An expression whose outcome is not Zeebe's. */
export interface Difference {
  readonly area: string
  readonly expression: string
  readonly tenon: Outcome
  readonly zeebe: Outcome
}

/** Where the two evaluate differently, in the order of the areas. */
export const compare = async (
  zeebe: FoundZeebe,
  areas: readonly Area[],
): Promise<readonly Difference[]> => {
  const asked = areas.flatMap(({ name, expressions }) =>
    expressions.map((expression) => ({ area: name, expression })),
  )
  const answers = await askZeebe(
    zeebe,
    asked.map(({ expression }) => expression),
  )
  return asked.flatMap(({ area, expression }, index) => {
    const outcome = answers[index]
    if (outcome === undefined) throw new Error(`Zeebe did not answer ${expression}`)
    const tenon = askTenon(expression)
    return essence(tenon) === essence(outcome) ? [] : [{ area, expression, tenon, zeebe: outcome }]
  })
}
