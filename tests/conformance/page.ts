import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { allScenarios } from './all-scenarios.ts'
import { expectedDifferences, keyOf } from './expected-differences.ts'
import type { Scenario } from './scenario.ts'

export const pagePath = join(import.meta.dirname, '../../docs/reference/conformance.md')

const marker = '<!-- Below: node tests/conformance/write-page.ts -->\n'

/** The page with the lists of all scenarios as they are now. */
export const currentPage = (): Promise<string> => {
  const [text = ''] = readFileSync(pagePath, 'utf8').split(marker)
  const scenarios = [...allScenarios].map(([about, each]) => listOf(about, each))
  const page = [text, marker, '## Scenarios', table(), ...scenarios].join('\n')
  return format(page, { parser: 'markdown' })
}

const differences = expectedDifferences()

const table = (): string => {
  const rows = [...allScenarios].map(([about, scenarios]) => {
    const differing = scenarios.filter(({ name }) => differences.has(keyOf(about, name))).length
    return `| ${about} | ${scenarios.length} | ${differing} |`
  })
  return ['', '| About | Scenarios | Different |', '| --- | --- | --- |', ...rows].join('\n')
}

const listOf = (about: string, scenarios: readonly Scenario[]): string => {
  const items = scenarios.map(({ name }) => {
    const reason = differences.get(keyOf(about, name))
    return `- ${escape(name)}${reason === undefined ? '' : ` (${linkTo(reason)})`}`
  })
  return ['', `### ${about}`, '', ...items].join('\n')
}

const linkTo = (heading: string): string =>
  `[${heading}](#${heading.toLowerCase().replaceAll(' ', '-')})`

const escape = (text: string): string => text.replaceAll(/[<>[\]*_]/g, String.raw`\$&`)
