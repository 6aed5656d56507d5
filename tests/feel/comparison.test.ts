import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { areas } from './areas.ts'
import { compare } from './comparison.ts'
import { expectedDifferences } from './expected-differences.ts'
import { agreement, describeCounts, describeDifference } from './report.ts'
import { written } from './tables.ts'
import { findZeebe } from '../zeebe/find-zeebe.ts'

const page = join(import.meta.dirname, '../../docs/reference/feel-differences.md')
const isRequired = process.env['TENON_SERVICES'] === 'required'

const compared = areas()
const expected = expectedDifferences()
const zeebe = await findZeebe()
const skipped = zeebe.missing === undefined || isRequired ? '' : ` (skipped: ${zeebe.missing})`

describe(`FEEL of Tenon and of Zeebe${skipped}`, { timeout: 180_000 }, () => {
  it.skipIf(skipped !== '')('agree but for the expected differences', async () => {
    if (zeebe.missing !== undefined) throw new Error(zeebe.missing)
    const differences = await compare(zeebe, compared)
    console.log(describeCounts(compared, differences))

    const differing = new Set(differences.map(({ expression }) => expression))
    const unexpected = differences.filter(({ expression }) => !expected.has(expression))
    // What agrees by now has to leave the list, so that the list only shrinks.
    const agreeing = [...expected.keys()].filter((expression) => !differing.has(expression))
    const surprises = [
      ...unexpected.map(describeDifference),
      ...agreeing.map((each) => `Agrees by now, take it off expected-differences.txt: ${each}`),
    ]
    expect(surprises.join('\n')).toBe('')
  })
})

describe('the expected differences', () => {
  it('are few among many expressions', () => {
    const total = compared.reduce((sum, { expressions }) => sum + expressions.length, 0)

    expect(total).toBeGreaterThan(11_000)
    expect(agreement(total, expected.size)).toBeGreaterThanOrEqual(0.995)
  })

  it('are expressions that are compared', () => {
    const known = new Set(compared.flatMap(({ expressions }) => expressions))

    expect([...expected.keys()].filter((expression) => !known.has(expression))).toEqual([])
  })

  it('have their reasons in the reference', () => {
    const headings = new Set(readFileSync(page, 'utf8').match(/(?<=^## ).+$/gm))

    expect(new Set(expected.values())).toEqual(headings)
  })

  it('are what the reference shows', () => {
    const rows = readFileSync(page, 'utf8').matchAll(/^\| `(.+?)` +\|/gm)
    const shown = [...rows].map(([, expression = '']) => written(expression))

    expect(shown.length).toBeGreaterThan(10)
    expect(shown.filter((expression) => !expected.has(expression))).toEqual([])
  })
})
