import { posix } from 'node:path'
import type { Import } from './imports.ts'
import { nodeFiles, thirdPartyOf, type Layer } from './layers.ts'
import { isTest, type Source } from './source.ts'
import { packageOf, type Package, type Workspace } from './workspace.ts'

/** An import with all that decides whether it is allowed. */
interface Case {
  readonly workspace: Workspace
  readonly source: Source
  readonly owner: Package
  readonly imported: Import
  /** Of the package whose sources the file is one of; none for tests, tools and settings. */
  readonly layer: Layer | undefined
}

interface ImportRule {
  readonly rule: string
  /** What is wrong with an import, and what to do about it; undefined where nothing is. */
  readonly check: (asked: Case) => string | undefined
}

/** The rules for an import, by what its specifier names. */
export const importRules = (specifier: string): readonly ImportRule[] => {
  if (specifier.startsWith('.'))
    return [staysInPackage, importsNoIndex, leavesTesting, leavesNodeFiles]
  if (specifier.startsWith('node:')) return [loadsNoNode]
  if (specifier.startsWith('@tenon/'))
    return [isInLayer, isDeclared, isExported, isNotItself, leavesTesting]
  return [isDeclared, isAllowedThirdParty]
}

const staysInPackage: ImportRule = {
  rule: 'path-across-packages',
  check: ({ workspace, source, owner, imported }) => {
    const other = packageOf(workspace, targetOf(source, imported))
    if (other === owner) return undefined
    return `reaches into ${other.folder || 'the root'} by path. Import ${other.name} by its name: what it does not export is its own.`
  },
}

const importsNoIndex: ImportRule = {
  rule: 'own-index',
  check: ({ source, owner, imported, layer }) => {
    const index = `${owner.folder}/src/index.ts`
    if (layer === undefined || targetOf(source, imported) !== index) return undefined
    return 'imports the index of its own package, which makes a circle. Import the file that has it.'
  },
}

const isNotItself: ImportRule = {
  rule: 'own-index',
  check: ({ owner, imported, layer }) => {
    if (layer === undefined || packageNameOf(imported) !== owner.name) return undefined
    return 'imports its own package by name, which makes a circle. Import the file that has it.'
  },
}

const leavesTesting: ImportRule = {
  rule: 'testing',
  check: ({ imported: { specifier }, layer }) => {
    if (layer === undefined || !/\/testing(\/|$)/.test(specifier)) return undefined
    return `imports ${specifier}, which is for tests. Move what sources need out of the testing folder.`
  },
}

const leavesNodeFiles: ImportRule = {
  rule: 'portable',
  check: ({ source, imported, layer }) => {
    const target = targetOf(source, imported)
    if (layer === undefined || imported.isTypeOnly || !nodeFiles.has(target)) return undefined
    return `brings ${target}, which needs Node, into what the browser loads. Leave it to its own entry in the exports of the package.json.`
  },
}

const loadsNoNode: ImportRule = {
  rule: 'portable',
  check: ({ source, owner, imported, layer }) => {
    if (layer?.isPortable !== true || nodeFiles.has(source.path)) return undefined
    return `imports ${imported.specifier}, but ${owner.name} runs in the browser too. Take what you need as a parameter, from a package that runs on the server.`
  },
}

const isInLayer: ImportRule = {
  rule: 'layers',
  check: ({ owner, imported, layer }) => {
    const name = packageNameOf(imported)
    if (layer === undefined || name === owner.name || layer.mayImport(name)) return undefined
    if (!layer.typesOf.includes(name))
      return `imports ${name}, which ${owner.name} may not (tools/layers.ts). Have it handed in by a package that may import both, or move what both need to one that both may import.`
    if (imported.isTypeOnly) return undefined
    return `loads ${name}, of which ${owner.name} may use types only (tools/layers.ts). Write \`import type\`, or have the value handed in.`
  },
}

const isDeclared: ImportRule = {
  rule: 'undeclared',
  check: (asked) => {
    const { workspace, source, owner, imported } = asked
    const name = packageNameOf(imported)
    const declaring = isTest(source.path) ? workspace.packages : [owner]
    if (declaring.some((each) => each.name === name || declares(each, name, asked)))
      return undefined
    return `imports ${name}, which ${manifestOf(owner)} does not have among its dependencies. Add it there; a third party's needs a line in docs/dependencies.md, and a module of Node starts with node:.`
  },
}

const isExported: ImportRule = {
  rule: 'deep-import',
  check: ({ workspace, imported }) => {
    const other = workspace.packages.find(({ name }) => name === packageNameOf(imported))
    if (other === undefined)
      return `imports ${imported.specifier}, which is no package of this repository. Correct its name.`
    if (other.entries.has(imported.specifier)) return undefined
    return `imports ${imported.specifier}, which ${manifestOf(other)} does not list in its exports. Import what ${other.name} exports: the rest is its own.`
  },
}

const isAllowedThirdParty: ImportRule = {
  rule: 'layers',
  check: ({ owner, imported, layer }) => {
    const allowed = thirdPartyOf.get(owner.name)
    if (layer === undefined || allowed === undefined || allowed.includes(packageNameOf(imported)))
      return undefined
    return `imports ${imported.specifier}, but ${owner.name} depends on ${allowed.join(', ') || 'nothing'} alone (tools/layers.ts). Do without it, or do it in another package.`
  },
}

const targetOf = (source: Source, { specifier }: Import): string =>
  posix.join(posix.dirname(source.path), specifier)

/** The package of an import: `@scope/name/entry` is of `@scope/name`. */
const packageNameOf = ({ specifier }: Import): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const manifestOf = ({ folder }: Package): string => posix.join(folder, 'package.json')

/** The sources of a published package may use only what is installed with it. */
const declares = (declaring: Package, name: string, { layer }: Case): boolean =>
  declaring.dependencies.has(name) ||
  ((layer === undefined || declaring.private) && declaring.devDependencies.has(name))
