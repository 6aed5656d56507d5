import type { Problem } from './problem.ts'
import { lineAt } from './source.ts'
import type { Workspace } from './workspace.ts'

const path = 'docs/dependencies.md'
const rule = 'dependencies-page'

/** A library that a package.json of ours names. */
interface Dependency {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Path of the package.json. */
  readonly manifest: string
}

/** Checks that the page lists all third-party libraries that are asked for, and no other. */
export const checkDependenciesPage = (workspace: Workspace): readonly Problem[] => {
  const page = workspace.tree.get(path) ?? ''
  const rows = rowsOf(page)
  const dependencies = dependenciesOf(workspace)
  const names = new Set(dependencies.map(({ name }) => name))
  return [
    ...dependencies.filter((each) => !rows.some((row) => isRowOf(row, each))).map(missing),
    ...rows.filter(({ name }) => !names.has(name)).map(unknown),
  ]
}

const dependenciesOf = ({ packages, tree }: Workspace): readonly Dependency[] => {
  const locks = [...tree].filter(([at]) => at.endsWith('package-lock.json'))
  const licences = new Map(locks.flatMap(([, lock]) => licencesOf(lock)))
  const all = packages.flatMap(({ dependencies, devDependencies, folder }) =>
    [...dependencies, ...devDependencies]
      .filter(([name]) => !name.startsWith('@tenon/'))
      .map(([name, version]) => ({
        name,
        version,
        licence: licences.get(name) ?? 'unknown',
        manifest: folder === '' ? 'package.json' : `${folder}/package.json`,
      })),
  )
  return [...new Map(all.map((each) => [`${each.name} ${each.version}`, each])).values()]
}

interface Lock {
  readonly packages?: Readonly<Record<string, { readonly license?: string }>>
}

/** Each installed library's name and licence. */
const licencesOf = (lock: string): readonly (readonly [string, string])[] =>
  Object.entries((JSON.parse(lock) as Lock).packages ?? {}).flatMap(([place, { license }]) => {
    const name = place.split('node_modules/').at(-1)
    return name === undefined || license === undefined ? [] : [[name, license] as const]
  })

interface Row {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly line: number
}

/** The first three cells of each row of the page's tables: name, version, licence. */
const rowsOf = (page: string): readonly Row[] =>
  [...page.matchAll(/^\| `([^`]+)` *\| (\S+) *\| ([^|]*?) *\|/gm)].map(
    ({ 1: name = '', 2: version = '', 3: licence = '', index }) => ({
      name,
      version,
      licence,
      line: lineAt(page, index),
    }),
  )

const isRowOf = (row: Row, { name, version, licence }: Dependency): boolean =>
  row.name === name && row.version === version && row.licence === licence

const missing = ({ name, version, licence, manifest }: Dependency): Problem => ({
  rule,
  path,
  line: null,
  message: `does not have ${name} ${version} (${licence}), which ${manifest} asks for. Write its line: what for, and what it pulls in.`,
})

const unknown = ({ name, line }: Row): Problem => ({
  rule,
  path,
  line,
  message: `has ${name}, which no package.json asks for. Remove its line.`,
})
