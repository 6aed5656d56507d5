import { expect, it } from 'vitest'
import { checkDefaultExports } from './default-exports.ts'
import { describeProblem } from './problem.ts'
import { sample } from './sample.ts'

const found = (path: string): readonly string[] =>
  checkDefaultExports(sample({ [path]: `export default 1` })).map(describeProblem)

it.each(['packages/feel/src/a.ts', 'connectors/http/src/run.ts'])('refuses one in %s', (path) => {
  expect(found(path)).toEqual([
    `${path}:1  has a default export, which each importer names anew. Export it by its name.  [default-export]`,
  ])
})

it.each(['vitest.config.ts', 'packages/web/vite.config.ts', 'connectors/http/src/index.ts'])(
  'allows one in %s',
  (path) => {
    expect(found(path)).toEqual([])
  },
)
