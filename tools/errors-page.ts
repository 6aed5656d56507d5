import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCataloguesOf, type ErrorCatalogue } from './error-catalogues.ts'
import type { Problem } from './problem.ts'
import { readTree } from './read-tree.ts'
import { lineAt } from './source.ts'
import { workspaceOf, type Workspace } from './workspace.ts'

const path = 'docs/errors.md'
const rule = 'errors-page'
const remedy = 'Run `node tools/errors-page.ts --write`'

/** The page of all errors, as it should be. */
export const errorsPage = (catalogues: readonly ErrorCatalogue[]): string =>
  [
    '# Errors',
    'Every error that Tenon raises has a code, which is never used again for anything else. `/v2` sends it in the header `Tenon-Error-Code`. Written from the catalogues by `node tools/errors-page.ts --write`.',
    ...catalogues.flatMap(({ packageName, sentences }) => [
      `## ${packageName}`,
      ...[...sentences].flatMap(([code, sentence]) => [`### ${code}`, sentence]),
    ]),
  ].join('\n\n') + '\n'

/** Checks that the page and the catalogues agree, and that no code is used twice. */
export const checkErrorsPage = (workspace: Workspace): readonly Problem[] => {
  const catalogues = errorCataloguesOf(workspace)
  const page = workspace.tree.get(path) ?? ''
  const differing = [...missing(catalogues, page), ...unknown(catalogues, page)]
  const isStale = differing.length === 0 && page !== errorsPage(catalogues)
  const stale = { rule, path, line: null, message: `is not as it would be written. ${remedy}.` }
  return [...usedTwice(catalogues), ...differing, ...(isStale ? [stale] : [])]
}

const missing = (catalogues: readonly ErrorCatalogue[], page: string): readonly Problem[] => {
  const known = new Map([...headings(page)].map(({ code, sentence }) => [code, sentence]))
  return catalogues.flatMap(({ sentences, path: origin }) =>
    [...sentences]
      .filter(([code, sentence]) => known.get(code) !== sentence)
      .map(([code]) => ({
        rule,
        path,
        line: null,
        message: `does not have ${code} with the sentence of ${origin}. ${remedy}.`,
      })),
  )
}

const unknown = (catalogues: readonly ErrorCatalogue[], page: string): readonly Problem[] => {
  const codes = new Set(catalogues.flatMap(({ sentences }) => [...sentences.keys()]))
  return headings(page)
    .filter(({ code }) => !codes.has(code))
    .map(({ code, line }) => ({
      rule,
      path,
      line,
      message: `has ${code}, which no catalogue has. ${remedy}, or give the code back to its catalogue.`,
    }))
}

const usedTwice = (catalogues: readonly ErrorCatalogue[]): readonly Problem[] => {
  const origins = Map.groupBy(
    catalogues.flatMap(({ path: origin, sentences }) =>
      [...sentences.keys()].map((code) => ({ code, origin })),
    ),
    ({ code }) => code,
  )
  return [...origins.values()]
    .filter((uses) => uses.length > 1)
    .flatMap((uses) => uses.slice(1))
    .map(({ code, origin }) => ({
      rule,
      path: origin,
      line: null,
      message: `uses ${code}, which another package has too. Give one of them another code.`,
    }))
}

const headings = (page: string) =>
  [...page.matchAll(/^### (\S+)\n\n(.*)$/gm)].map(({ 1: code = '', 2: sentence = '', index }) => ({
    code,
    sentence,
    line: lineAt(page, index),
  }))

if (import.meta.main && process.argv.includes('--write')) {
  const root = join(import.meta.dirname, '..')
  writeFileSync(join(root, path), errorsPage(errorCataloguesOf(workspaceOf(readTree(root)))))
}
