import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { Connector } from '@tenon/sdk'
import { z } from 'zod'
import { RuntimeError } from '../errors.ts'

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()).optional(),
  tenon: z.object({ connectors: z.array(z.string().startsWith('./')).optional() }).optional(),
})
type Manifest = z.output<typeof manifestSchema>

// A package may bring its own copy of the sdk, so a connector is known by its shape.
const isFunction = (value: unknown): boolean => typeof value === 'function'
const connectorSchema = z.object({
  id: z.string().min(1),
  version: z.string().min(1),
  name: z.string(),
  jobType: z.string().min(1),
  operations: z
    .map(z.string(), z.object({ id: z.string(), execute: z.custom(isFunction) }))
    .refine((operations) => operations.size > 0, 'a connector needs an operation'),
})

/**
 * The connectors that the dependencies of a package.json declare, in the order of their names:
 * each package says `"tenon": { "connectors": ["./src/index.ts"] }`, and each module exports its
 * connector by default. Only what is declared is imported; nothing is scanned.
 *
 * `packageJson` is the URL of the package.json. Throws `PACKAGE_NOT_FOUND`, `PACKAGE_INVALID`,
 * `CONNECTOR_NOT_LOADED` or `JOB_TYPE_TAKEN`, each with the package's name.
 */
export const loadConnectors = async (packageJson: URL | string): Promise<readonly Connector[]> => {
  const manifest = await readManifest(new URL(packageJson), 'of the application')
  const names = Object.keys(manifest.dependencies ?? {}).toSorted()
  const loaded: Loaded[] = []
  for (const name of names) loaded.push(...(await loadPackage(name, packageJson)))
  requireUniqueJobTypes(loaded)
  return loaded.map(({ connector }) => connector)
}

interface Loaded {
  readonly packageName: string
  readonly connector: Connector
}

const loadPackage = async (name: string, packageJson: URL | string): Promise<Loaded[]> => {
  const url = locate(name, packageJson)
  const manifest = await readManifest(url, `of package '${name}'`)
  const modules = manifest.tenon?.connectors ?? []
  return Promise.all(
    modules.map(async (path) => ({
      packageName: name,
      connector: await importConnector(name, new URL(path, url)),
    })),
  )
}

const locate = (name: string, packageJson: URL | string): URL => {
  try {
    const path = findPackageJSON(name, packageJson)
    if (path !== undefined) return pathToFileURL(path)
  } catch (error) {
    throw notInstalled(name, error)
  }
  throw notInstalled(name)
}

const notInstalled = (name: string, cause?: unknown): RuntimeError =>
  new RuntimeError('PACKAGE_NOT_FOUND', `Package '${name}' is not installed. Run npm install.`, {
    cause,
  })

const readManifest = async (url: URL, whose: string): Promise<Manifest> => {
  const parsed = manifestSchema.safeParse(await readJson(url, whose))
  if (parsed.success) return parsed.data
  throw invalidManifest(whose, z.prettifyError(parsed.error))
}

const readJson = async (url: URL, whose: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(url, 'utf8'))
  } catch (error) {
    throw invalidManifest(whose, reasonOf(error), error)
  }
}

const invalidManifest = (whose: string, reason: string, cause?: unknown): RuntimeError =>
  new RuntimeError(
    'PACKAGE_INVALID',
    `The package.json ${whose} is not as it must be: ${reason}. Correct it.`,
    { cause },
  )

const importConnector = async (packageName: string, url: URL): Promise<Connector> => {
  const exported = await importDefault(packageName, url)
  if (isConnector(exported)) return exported
  const { error } = connectorSchema.safeParse(exported)
  const reason = error === undefined ? '' : `: ${z.prettifyError(error)}`
  throw notLoaded(
    packageName,
    `${url.pathname} exports no connector by default${reason}. Export what connector(...) returns.`,
  )
}

const isConnector = (value: unknown): value is Connector => connectorSchema.safeParse(value).success

const importDefault = async (packageName: string, url: URL): Promise<unknown> => {
  try {
    const module: unknown = await import(url.href)
    return typeof module === 'object' && module !== null && 'default' in module
      ? module.default
      : undefined
  } catch (error) {
    const message = `${url.pathname} cannot be imported: ${reasonOf(error)}. Correct or remove it.`
    throw notLoaded(packageName, message, error)
  }
}

const notLoaded = (packageName: string, message: string, cause?: unknown): RuntimeError =>
  new RuntimeError('CONNECTOR_NOT_LOADED', `Package '${packageName}': ${message}`, { cause })

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const requireUniqueJobTypes = (loaded: readonly Loaded[]): void => {
  const first = new Map<string, Loaded>()
  for (const each of loaded) {
    const { jobType } = each.connector
    const other = first.get(jobType)
    if (other !== undefined) throw taken(jobType, other, each)
    first.set(jobType, each)
  }
}

const taken = (jobType: string, one: Loaded, other: Loaded): RuntimeError =>
  new RuntimeError(
    'JOB_TYPE_TAKEN',
    `Job type '${jobType}' is that of '${one.connector.id}' in package '${one.packageName}' and ` +
      `of '${other.connector.id}' in package '${other.packageName}'. Remove one of the packages.`,
  )
