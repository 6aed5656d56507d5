import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '@tenon/runtime'
import { limits } from '../limits.ts'
import { readTemplateFile } from './read-template-file.ts'
import type { TemplatesFound } from './template-list.ts'

interface Cached {
  readonly stamp: string
  readonly found: TemplatesFound
}

/** The `*.json` files of a folder, each read again only when it has changed. */
export class TemplateFolder {
  readonly #path: string
  readonly #log: Log
  /** By file name. */
  #files: ReadonlyMap<string, Cached> = new Map()

  #reading: Promise<readonly TemplatesFound[]> | undefined

  constructor(path: string, log: Log) {
    this.#path = path
    this.#log = log
  }

  /** In the order of the names; a folder that is not there has no files. */
  read(): Promise<readonly TemplatesFound[]> {
    // Who asks meanwhile shares it: the first time is long where there are many templates.
    this.#reading ??= this.#readAll().finally(() => (this.#reading = undefined))
    return this.#reading
  }

  async #readAll(): Promise<readonly TemplatesFound[]> {
    const names = await this.#names()
    const files = new Map<string, Cached>()
    for (const name of names.slice(0, limits.templateFilesMax)) {
      files.set(name, await this.#read(name))
    }
    this.#files = files
    const found = [...files.values()].map((file) => file.found)
    return names.length > files.size ? [...found, tooManyFiles] : found
  }

  async #names(): Promise<readonly string[]> {
    try {
      const names = await readdir(this.#path)
      return names.filter((name) => name.endsWith('.json')).toSorted()
    } catch (error) {
      if (!isMissing(error))
        this.#log.warn({ err: error }, 'the folder of templates cannot be read')
      return []
    }
  }

  async #read(name: string): Promise<Cached> {
    const path = join(this.#path, name)
    const stamp = await stampOf(path)
    const cached = this.#files.get(name)
    if (cached?.stamp === stamp) return cached
    const found = { source: name, ...(await readTemplateFile(path)) }
    for (const problem of found.problems) {
      this.#log.warn({ file: path, problem }, 'a template is not used')
    }
    return { stamp, found }
  }
}

const tooManyFiles: TemplatesFound = {
  source: 'templates',
  templates: [],
  problems: [
    `The folder has more than ${limits.templateFilesMax} files, and the others are not read. ` +
      'Put several templates into one file, as a list.',
  ],
}

/** What changes with the file. */
const stampOf = async (path: string): Promise<string> => {
  const stats = await lstat(path, { bigint: true }).catch(() => undefined)
  return stats === undefined
    ? 'gone'
    : [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ')
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
