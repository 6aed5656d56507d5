import { importRules } from './import-rules.ts'
import { importsOf, type Import } from './imports.ts'
import { connectorLayer, layers, type Layer } from './layers.ts'
import type { Problem } from './problem.ts'
import { isTest, type Source } from './source.ts'
import { packageOf, type Package, type Workspace } from './workspace.ts'

/** Checks every import of the repository against who may import whom. */
export const checkBoundaries = (workspace: Workspace): readonly Problem[] =>
  workspace.sources.flatMap((source) => {
    const owner = packageOf(workspace, source.path)
    const layer = layerOf(source.path, owner)
    return importsOf(source).flatMap((imported) =>
      problemsOf(imported, { workspace, source, owner, layer }),
    )
  })

const layerOf = (path: string, owner: Package): Layer | undefined => {
  if (isTest(path) || !path.startsWith(`${owner.folder}/src/`)) return undefined
  return owner.folder.startsWith('connectors/') ? connectorLayer : layers.get(owner.name)
}

interface Importer {
  readonly workspace: Workspace
  readonly source: Source
  readonly owner: Package
  readonly layer: Layer | undefined
}

const problemsOf = (imported: Import, importer: Importer): readonly Problem[] =>
  importRules(imported.specifier).flatMap(({ rule, check }) => {
    const message = check({ ...importer, imported })
    return message === undefined
      ? []
      : [{ rule, path: importer.source.path, line: imported.line, message }]
  })
