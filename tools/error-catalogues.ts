import type { ESTree } from 'vite'
import type { Source } from './source.ts'
import { packageOf, type Workspace } from './workspace.ts'

/** The errors of a package: the `…Errors` constant of its `src/errors.ts`. */
export interface ErrorCatalogue {
  readonly packageName: string
  readonly path: string
  /** What happened and what to do, by code. */
  readonly sentences: ReadonlyMap<string, string>
}

/** Those of all packages, in the order of their paths. */
export const errorCataloguesOf = (workspace: Workspace): readonly ErrorCatalogue[] =>
  workspace.sources
    .filter(({ path }) => /^(packages|connectors)\/[^/]+\/src\/errors\.ts$/.test(path))
    .map((source) => ({
      packageName: packageOf(workspace, source.path).name,
      path: source.path,
      sentences: sentencesOf(source),
    }))

const sentencesOf = ({ program, path }: Source): ReadonlyMap<string, string> => {
  const [catalogue] = program.body.flatMap(catalogueIn)
  if (catalogue === undefined)
    throw new Error(`${path} has no exported constant named …Errors. Put its catalogue there.`)
  return new Map(catalogue.properties.map((property) => entryOf(property, path)))
}

const catalogueIn = (statement: ESTree.Statement): readonly ESTree.ObjectExpression[] => {
  if (statement.type !== 'ExportNamedDeclaration') return []
  if (statement.declaration?.type !== 'VariableDeclaration') return []
  return statement.declaration.declarations.flatMap(({ id, init }) => {
    const value = init?.type === 'TSAsExpression' ? init.expression : init
    const isCatalogue = id.type === 'Identifier' && id.name.endsWith('Errors')
    return isCatalogue && value?.type === 'ObjectExpression' ? [value] : []
  })
}

const entryOf = (property: ESTree.ObjectPropertyKind, path: string): [string, string] => {
  if (property.type === 'Property' && property.key.type === 'Identifier') {
    const sentence = textOf(property.value)
    if (sentence !== undefined) return [property.key.name, sentence]
  }
  throw new Error(`${path} has an entry that is not CODE: 'sentence'. Write it so.`)
}

const textOf = (value: ESTree.Expression): string | undefined => {
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value
  if (value.type !== 'BinaryExpression' || value.left.type === 'PrivateIdentifier') return undefined
  const parts = [textOf(value.left), textOf(value.right)]
  return parts.includes(undefined) ? undefined : parts.join('')
}
