import { parseSource, type Source } from './source.ts'

/** The texts of the repository, by path. */
export type Tree = ReadonlyMap<string, string>

/** One package.json of the repository. */
export interface Package {
  /** Path from the root, empty for the root itself. */
  readonly folder: string
  readonly name: string
  readonly private: boolean
  /** What it needs when it runs, with the version asked for. */
  readonly dependencies: ReadonlyMap<string, string>
  /** What it needs to be built and tested. */
  readonly devDependencies: ReadonlyMap<string, string>
  /** What others may import, such as `@tenon/orchestration/secret-seal`, and the file it leads to. */
  readonly entries: ReadonlyMap<string, string>
}

/** All that the checks look at. */
export interface Workspace {
  readonly tree: Tree
  readonly packages: readonly Package[]
  readonly sources: readonly Source[]
}

export const workspaceOf = (tree: Tree): Workspace => ({
  tree,
  packages: [...tree]
    .filter(([path]) => path === 'package.json' || path.endsWith('/package.json'))
    .map(([path, text]) => readPackage(path, text)),
  sources: [...tree]
    .filter(([path]) => /\.tsx?$/.test(path))
    .map(([path, text]) => parseSource(path, text)),
})

/**
 * The package that a file belongs to; the root where it is in none. A folder of tests may have a
 * package.json to install something, and stays a part of the root.
 */
export const packageOf = ({ packages }: Workspace, path: string): Package => {
  const folder = /^(packages|connectors)\/[^/]+(?=\/)/.exec(path)?.[0] ?? ''
  const owner = packages.find((each) => each.folder === folder)
  if (owner === undefined)
    throw new Error(`${folder || 'The root'} has no package.json. Add one for ${path}.`)
  return owner
}

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const readPackage = (path: string, text: string): Package => {
  const manifest = JSON.parse(text) as Manifest
  const folder = path === 'package.json' ? '' : path.slice(0, -'/package.json'.length)
  return {
    folder,
    name: manifest.name,
    private: manifest.private ?? false,
    dependencies: new Map(
      Object.entries({
        ...manifest.peerDependencies,
        ...manifest.optionalDependencies,
        ...manifest.dependencies,
      }),
    ),
    devDependencies: new Map(Object.entries(manifest.devDependencies ?? {})),
    entries: new Map(
      Object.entries(manifest.exports ?? {}).map(([entry, target]) => [
        manifest.name + entry.slice(1),
        `${folder}/${target.slice('./'.length)}`,
      ]),
    ),
  }
}
