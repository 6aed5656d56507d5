import type { Problem } from './problem.ts'
import { lineAt, type Source } from './source.ts'
import type { Workspace } from './workspace.ts'

/** Settings of tools, and connectors: what loads them asks for the default export. */
const demanded = /(\.config\.ts|^connectors\/[^/]+\/src\/index\.ts|^examples\/.*\.ts)$/

/** Checks that names are the same where they are exported and where they are imported. */
export const checkDefaultExports = ({ sources }: Workspace): readonly Problem[] =>
  sources.filter(({ path }) => !demanded.test(path)).flatMap(defaultExports)

const defaultExports = ({ path, text, program }: Source): readonly Problem[] =>
  program.body
    .filter(({ type }) => type === 'ExportDefaultDeclaration')
    .map(({ start }) => ({
      rule: 'default-export',
      path,
      line: lineAt(text, start),
      message: 'has a default export, which each importer names anew. Export it by its name.',
    }))
