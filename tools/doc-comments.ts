import { posix } from 'node:path'
import type { ESTree } from 'vite'
import type { Problem } from './problem.ts'
import { lineAt, type Source } from './source.ts'
import type { Workspace } from './workspace.ts'

/** Packages that people outside of this repository program against. */
const documented = new Set(['@tenon/sdk', '@tenon/templates', '@tenon/orchestration'])

/** Checks that all that these packages export says what it is, where it is declared. */
export const checkDocComments = ({ packages, sources }: Workspace): readonly Problem[] => {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const entries = packages
    .filter(({ name }) => documented.has(name))
    .flatMap((each) => [...each.entries.values()])
  const exported = entries.flatMap((entry) => exportsOf(entry, byPath))
  const unique = new Map(exported.map((each) => [`${each.source.path} ${each.name}`, each]))
  return [...unique.values()].filter(isUndocumented).map(problemOf)
}

/** A name, with the statement that declares it. */
interface Export {
  readonly source: Source
  readonly name: string
  readonly statement: ESTree.ExportNamedDeclaration
}

type Sources = ReadonlyMap<string, Source>

/** What a file exports; through re-exports, down to where each name is declared. */
const exportsOf = (path: string, sources: Sources): readonly Export[] => {
  const source = sources.get(path)
  if (source === undefined) return []
  return source.program.body.flatMap((statement) => {
    if (statement.type === 'ExportAllDeclaration')
      return exportsOf(resolve(path, statement.source.value), sources)
    if (statement.type !== 'ExportNamedDeclaration') return []
    if (statement.source === null)
      return declaredNames(statement).map((name) => ({ source, name, statement }))
    const wanted = new Set(statement.specifiers.map(({ local }) => nameOf(local)))
    return exportsOf(resolve(path, statement.source.value), sources).filter(({ name }) =>
      wanted.has(name),
    )
  })
}

/** Another package's file is not among those looked at: it documents itself. */
const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier

const declaredNames = ({ declaration }: ESTree.ExportNamedDeclaration): readonly string[] => {
  if (declaration === null) return []
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : []))
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : []
}

const nameOf = (name: ESTree.ModuleExportName): string =>
  name.type === 'Literal' ? name.value : name.name

const isUndocumented = ({ source, statement }: Export): boolean =>
  !source.comments.some(
    ({ type, value, end }) =>
      type === 'Block' &&
      value.startsWith('*') &&
      end <= statement.start &&
      source.text.slice(end, statement.start).trim() === '',
  )

const problemOf = ({ source, name, statement }: Export): Problem => ({
  rule: 'doc-comment',
  path: source.path,
  line: lineAt(source.text, statement.start),
  message: `exports ${name} without a doc comment. Say what it is, with shapes, units, defaults and errors.`,
})
