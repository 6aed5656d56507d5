import { describe } from './outcome.ts'
import type { Area } from './area.ts'
import type { Difference } from './comparison.ts'

/** A difference in three lines. */
export const describeDifference = ({ area, expression, tenon, zeebe }: Difference): string =>
  [
    `[${area}] ${expression.replaceAll('\n', '⏎')}`,
    `    Tenon: ${describe(tenon)}`,
    `    Zeebe: ${describe(zeebe)}`,
  ].join('\n')

/** How many expressions agree, in all and by area. */
export const describeCounts = (
  areas: readonly Area[],
  differences: readonly Difference[],
): string => {
  const lines = areas.map(({ name, expressions }) => {
    const differing = differences.filter(({ area }) => area === name).length
    return `${name}: ${expressions.length - differing} of ${expressions.length}`
  })
  const total = areas.reduce((sum, { expressions }) => sum + expressions.length, 0)
  return [...lines, `all: ${share(total, differences.length)}`].join('\n')
}

const share = (total: number, differing: number): string =>
  `${total - differing} of ${total} agree, ${(100 * agreement(total, differing)).toFixed(2)} %`

/** The part that agrees, from 0 to 1. */
export const agreement = (total: number, differing: number): number => (total - differing) / total
