import { expect, it } from 'vitest'
import { checkDependenciesPage } from './dependencies-page.ts'
import { describeProblem } from './problem.ts'
import { sample } from './sample.ts'

const lock = JSON.stringify({
  packages: {
    'node_modules/zod': { license: 'MIT' },
    'packages/feel/node_modules/lezer-feel': { license: 'MIT' },
    'node_modules/feel-samples': { license: 'ISC' },
    'node_modules/vite': { license: 'MIT' },
  },
})
const rows = [
  '| `zod` | 4.6.7 | MIT | schemas |',
  '| `lezer-feel` | 3.0.1 | MIT | the grammar |',
  '| `feel-samples` | 1.0.0 | ISC | tests |',
  '| `vite` | 8.3.8 | MIT | builds |',
]

const found = (page: readonly string[]): readonly string[] =>
  checkDependenciesPage(
    sample({ 'package-lock.json': lock, 'docs/dependencies.md': page.join('\n') }),
  ).map(describeProblem)

it('takes a page with all that is asked for', () => {
  expect(found(rows)).toEqual([])
})

it('refuses a page without a library', () => {
  expect(found(rows.slice(1))).toEqual([
    'docs/dependencies.md  does not have zod 4.6.7 (MIT), which packages/sdk/package.json asks for. Write its line: what for, and what it pulls in.  [dependencies-page]',
  ])
})

it.each([
  ['version', '| `zod` | 4.6.6 | MIT | schemas |'],
  ['licence', '| `zod` | 4.6.7 | ISC | schemas |'],
])('refuses another %s', (_, row) => {
  expect(found([row, ...rows.slice(1)])).toHaveLength(1)
})

it('refuses what nobody asks for', () => {
  expect(found([...rows, '| `lodash` | 1.0.0 | MIT | |'])).toEqual([
    'docs/dependencies.md:5  has lodash, which no package.json asks for. Remove its line.  [dependencies-page]',
  ])
})
