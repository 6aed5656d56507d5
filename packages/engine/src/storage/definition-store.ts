import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { parseBpmn, type Process } from '@tenon/bpmn'
import { OrchestrationError } from '@tenon/orchestration'
import type { SecretSeal } from '@tenon/orchestration/secret-seal'
import { compileProcess } from '../core/compile-process.ts'
import type { Definition } from '../core/definition.ts'
import { integer, text, type Columns } from './columns.ts'

/** Compiled definitions that stay in memory. */
export const cachedDefinitionsMax = 1_000

/** A step needs a definition that is not in memory: load it, then try the step again. */
export class DefinitionNotLoaded extends Error {
  readonly key: number
  constructor(key: number) {
    super(`Process definition ${key} is not loaded`)
    this.key = key
  }
}

export interface NewDefinition {
  readonly key: number
  readonly process: Process
  readonly resourceName: string
  /** Of the file's bytes. */
  readonly digest: string
  readonly xml: string
  readonly deployedAt: number
}

/** The deployed process definitions, with the compiled ones in memory. */
export class DefinitionStore {
  /** Those used last are at the end. */
  readonly #compiled = new Map<number, Definition>()
  /** Why definitions cannot be loaded, such as those of an older and less strict Tenon. */
  readonly #unloadable = new Map<number, OrchestrationError>()
  readonly #seal: SecretSeal
  readonly #latest: StatementSync
  readonly #version: StatementSync
  readonly #exists: StatementSync
  readonly #byKey: StatementSync
  readonly #insert: StatementSync
  readonly #insertElement: StatementSync

  constructor(database: DatabaseSync, seal: SecretSeal) {
    this.#seal = seal
    const select = 'SELECT key, id, version, digest, resource_name FROM process_definition'
    this.#latest = database.prepare(`${select} WHERE id = ? ORDER BY version DESC LIMIT 1`)
    this.#version = database.prepare(`${select} WHERE id = ? AND version = ?`)
    this.#exists = database.prepare('SELECT 1 FROM process_definition WHERE key = ?')
    this.#byKey = database.prepare('SELECT id, version, xml FROM process_definition WHERE key = ?')
    this.#insert = database.prepare(
      `INSERT INTO process_definition
        (key, id, version, name, version_tag, resource_name, digest, xml, deployed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#insertElement = database.prepare(
      'INSERT INTO element (process_definition_key, id, name) VALUES (?, ?, ?)',
    )
  }

  /** Throws `DefinitionNotLoaded`, `NOT_FOUND`, or `INVALID_STATE` when it cannot be loaded. */
  get(key: number): Definition {
    const definition = this.#compiled.get(key)
    if (definition === undefined) throw this.#missing(key)
    this.#compiled.delete(key)
    this.#compiled.set(key, definition)
    return definition
  }

  /** Reads and compiles a definition into memory; when that fails, `get` says why from now on. */
  async load(key: number): Promise<void> {
    try {
      await this.#load(key)
    } catch (error) {
      this.#unloadable.set(key, unloadable(key, error))
    }
  }

  /** Only between groups of commands, for one may need many. */
  trim(): void {
    for (const oldest of this.#compiled.keys()) {
      if (this.#compiled.size <= cachedDefinitionsMax) return
      this.#compiled.delete(oldest)
    }
  }

  #missing(key: number): Error {
    const reason = this.#unloadable.get(key)
    if (reason !== undefined) return reason
    const isDeployed = this.#exists.get(key) !== undefined
    return isDeployed ? new DefinitionNotLoaded(key) : notFound(`key ${key}`)
  }

  async #load(key: number): Promise<void> {
    const columns = this.#byKey.get(key)
    if (columns === undefined) throw notFound(`key ${key}`)
    const id = text(columns, 'id')
    const processes = await parseBpmn(text(columns, 'xml'))
    const process = processes.find((candidate) => candidate.id === id)
    if (process === undefined) throw notFound(`key ${key} in its file`)
    this.#compile(process, key, integer(columns, 'version'))
  }

  latest(id: string): DefinitionVersion | undefined {
    return toVersion(this.#latest.get(id))
  }

  /** Throws `NOT_FOUND`. */
  find(id: string, version: number): DefinitionVersion {
    const found = version === -1 ? this.latest(id) : toVersion(this.#version.get(id, version))
    if (found !== undefined) return found
    throw notFound(version === -1 ? `id ${id}` : `id ${id} and version ${version}`)
  }

  /** Stores a process as the next version of its id. */
  add(definition: NewDefinition): DefinitionVersion {
    const { key, process, resourceName, digest } = definition
    const version = (this.latest(process.id)?.version ?? 0) + 1
    this.#insert.run(
      ...[key, process.id, version, process.name, process.versionTag],
      ...[resourceName, digest, definition.xml, definition.deployedAt],
    )
    for (const { id, name } of process.elements.values()) this.#insertElement.run(key, id, name)
    this.#compile(process, key, version)
    return { key, id: process.id, version, digest, resourceName }
  }

  #compile(process: Process, key: number, version: number): void {
    const processDefinitionKey = String(key)
    const seal = (content: string, elementId: string, field: string): string =>
      this.#seal.seal(content, { processDefinitionKey, elementId, field })
    this.#compiled.set(key, compileProcess(process, { key, version, seal }))
  }
}

export interface DefinitionVersion {
  readonly key: number
  readonly id: string
  readonly version: number
  readonly digest: string
  readonly resourceName: string
}

const toVersion = (columns: Columns | undefined): DefinitionVersion | undefined =>
  columns && {
    key: integer(columns, 'key'),
    id: text(columns, 'id'),
    version: integer(columns, 'version'),
    digest: text(columns, 'digest'),
    resourceName: text(columns, 'resource_name'),
  }

const unloadable = (key: number, cause: unknown): OrchestrationError => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new OrchestrationError(
    'INVALID_STATE',
    `Process definition ${key} was deployed, but this Tenon cannot run it: ${reason}. ` +
      'Deploy a corrected version, and cancel the instances of this one.',
    { cause },
  )
}

const notFound = (what: string): OrchestrationError =>
  new OrchestrationError(
    'NOT_FOUND',
    `No process definition with ${what} is deployed. Deploy it, or search for what there is.`,
  )
