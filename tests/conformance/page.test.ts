import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { expectedDifferences } from './expected-differences.ts'
import { currentPage, pagePath } from './page.ts'

const page = readFileSync(pagePath, 'utf8')

it('has all scenarios, as node tests/conformance/write-page.ts writes them', async () => {
  expect(page).toBe(await currentPage())
})

it('gives each reason of a difference under a heading', () => {
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)

  expect(headings).toEqual([...new Set(expectedDifferences().values()), 'Scenarios'])
})
