import { constants, open } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { validateTemplate, type TemplateProblem } from '@tenon/templates'
import { z } from 'zod'
import { limits } from '../limits.ts'
import type { FoundTemplate, TemplatesFound } from './template-list.ts'

/** Reads one template, or a list of them. What is wrong is in `problems`; nothing is thrown. */
export const readTemplateFile = async (path: string): Promise<Omit<TemplatesFound, 'source'>> => {
  try {
    return await templatesOf(await readText(path))
  } catch (error) {
    return { templates: [], problems: [error instanceof Error ? error.message : String(error)] }
  }
}

/** Opens no link and waits for no pipe: what is no plain file is not read. */
const readText = async (path: string): Promise<string> => {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  await using file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(unreadable)
  const stats = await file.stat()
  if (!stats.isFile()) throw new Error('It is no file. Put the file itself into the folder.')
  if (stats.size > limits.templateFileBytesMax) {
    throw new Error(`It is larger than ${limits.templateFileBytesMax} bytes. Split it.`)
  }
  return decode(await file.readFile())
}

const unreadable = (error: unknown): never => {
  const isLink = error instanceof Error && 'code' in error && error.code === 'ELOOP'
  if (isLink) throw new Error('It is a link. Put the file itself into the folder.')
  throw error
}

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error('It is not UTF-8. Save it as UTF-8.')
  }
}

const templatesOf = async (text: string): Promise<Omit<TemplatesFound, 'source'>> => {
  const value = parse(text)
  if (!Array.isArray(value)) return found([checked(value, text)])
  const entries: Checked[] = []
  for (const entry of value) {
    entries.push(checked(entry, entry))
    // A check takes milliseconds, and a list may have thousands.
    await setImmediate()
  }
  return found(entries)
}

/** What is no JSON is told by the check, with its line. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Checked = { readonly template: FoundTemplate } | { readonly problem: string }

const found = (entries: readonly Checked[]): Omit<TemplatesFound, 'source'> => ({
  templates: entries.flatMap((entry) => ('template' in entry ? entry.template : [])),
  problems: entries.flatMap((entry) => ('problem' in entry ? entry.problem : [])),
})

// Loose: all else of a template is passed on as it is.
const templateSchema = z.looseObject({ id: z.string(), version: z.int().optional() })

/** How many problems of one template are told. */
const problemsToldMax = 5

/** `source` is the text, where there is one, so that lines can be told. */
const checked = (value: unknown, source: unknown): Checked => {
  const errors = validateTemplate(source).filter(({ severity }) => severity === 'error')
  const parsed = templateSchema.safeParse(value)
  if (errors.length === 0 && parsed.success) return { template: parsed.data }
  const problem = errors.length === 0 ? noTemplate : describeProblems(errors)
  return { problem: parsed.success ? `Template "${parsed.data.id}": ${problem}` : problem }
}

const noTemplate =
  'An entry is no template. Give { "name", "id", "appliesTo", "properties" }, or a list of them.'

const describeProblems = (errors: readonly TemplateProblem[]): string => {
  const told = errors.slice(0, problemsToldMax).map(({ line, path, message }) => {
    const place = line === undefined ? path : `line ${line}`
    return place === '' ? message : `${place}: ${message}`
  })
  const more = errors.length - told.length
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join(' ')
}
