// What we check of ourselves, beside types, lint and format: `npm run check:ourselves`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkBoundaries } from './boundaries.ts'
import { checkDefaultExports } from './default-exports.ts'
import { checkDependenciesPage } from './dependencies-page.ts'
import { checkDocComments } from './doc-comments.ts'
import { checkErrorsPage } from './errors-page.ts'
import { checkEscapes } from './escapes.ts'
import { except } from './except.ts'
import { exceptions } from './exceptions.ts'
import { checkLinks } from './links.ts'
import { describeProblem } from './problem.ts'
import { checkPureCore } from './pure-core.ts'
import { readTree } from './read-tree.ts'
import { checkSizes } from './sizes.ts'
import { workspaceOf } from './workspace.ts'

const root = join(import.meta.dirname, '..')
const workspace = workspaceOf(readTree(root))

const problems = except(
  [
    ...checkBoundaries(workspace),
    ...checkPureCore(workspace),
    ...checkSizes(workspace),
    ...checkEscapes(workspace),
    ...checkDefaultExports(workspace),
    ...checkDocComments(workspace),
    ...checkLinks(workspace, (path) => existsSync(join(root, path))),
    ...checkErrorsPage(workspace),
    ...checkDependenciesPage(workspace),
  ],
  exceptions,
)

for (const problem of problems) console.error(describeProblem(problem))
if (problems.length > 0) process.exitCode = 1
