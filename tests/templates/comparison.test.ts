import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { skippedWithoutChromium } from '../browser/chromium.ts'
import { installFolder } from '../install-folder.ts'
import { allScenarios } from './all-scenarios.ts'
import { compareAll } from './compare-all.ts'
import { configureInPanel } from './configure-in-panel.ts'
import { expectedDifferences, keyOf } from './expected-differences.ts'
import { describeComparison, describeDifference, describePanel } from './report.ts'

const page = join(import.meta.dirname, '../../docs/reference/templates.md')
const isRequired = process.env['TENON_SERVICES'] === 'required'

const missing = await installFolder(import.meta.dirname)
const skipped =
  missing === undefined || isRequired ? skippedWithoutChromium : ` (skipped: ${missing})`
const expected = expectedDifferences()

describe(`templates in Tenon and in Camunda's modeler${skipped}`, { timeout: 300_000 }, () => {
  it.skipIf(skipped !== '')('lead to the same model but for the expected differences', async () => {
    expect(missing).toBeUndefined()
    const scenarios = allScenarios()

    const comparison = await compareAll(scenarios)

    console.log(describeComparison(scenarios, comparison))
    const found = new Set(comparison.differences.map(keyOf))
    const unexpected = comparison.differences.filter((each) => !expected.has(keyOf(each)))
    // What agrees by now has to leave the list, so that the list only shrinks.
    const agreeing = [...expected.keys()].filter((key) => !found.has(key))
    const surprises = [
      ...unexpected.map(describeDifference),
      ...agreeing.map((each) => `Agrees by now, take it off expected-differences.txt: ${each}`),
    ]
    expect(surprises.join('\n')).toBe('')
  })

  it.skipIf(skipped !== '')('lead to the same model when the panel is filled', async () => {
    expect(missing).toBeUndefined()

    const { offered, configured } = await configureInPanel()

    console.log(describePanel(offered, configured))
    const byId = (one: 'ours' | 'theirs') => configured.map((each) => [each.id, each[one]])
    expect(Object.fromEntries(byId('ours'))).toEqual(Object.fromEntries(byId('theirs')))
    expect(configured.length).toBeGreaterThanOrEqual(20)
  })
})

describe('the expected differences', () => {
  it('have their reasons in the reference', () => {
    const headings = new Set(readFileSync(page, 'utf8').match(/(?<=^### ).+$/gm))

    expect(new Set(expected.values())).toEqual(headings)
  })
})
