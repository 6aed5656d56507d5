import { join } from 'node:path'
import type { Log } from '@tenon/runtime'
import type { Connector } from '@tenon/sdk'
import { generateTemplate } from '@tenon/templates'
import { TemplateFolder } from './template-folder.ts'
import type { FoundTemplate, TemplateList, TemplatesFound } from './template-list.ts'

/** The element templates of an installation. */
export interface Templates {
  /** Those of connectors first, then those of files by the names of these. */
  list(): Promise<TemplateList>
}

/**
 * Generates the templates of the connectors; those in `templates` of the data folder are read
 * when asked for. What cannot be used is in the list of problems, and in the log.
 */
export const openTemplates = (
  connectors: readonly Connector[],
  { dataFolder, log }: { readonly dataFolder: string; readonly log: Log },
): Templates => {
  const generated = connectors.map((connector) => generate(connector, log))
  const folder = new TemplateFolder(join(dataFolder, 'templates'), log)
  const jobTypes = connectors.map(({ jobType }) => jobType)
  return {
    list: async () => ({ ...merge([...generated, ...(await folder.read())]), jobTypes }),
  }
}

const generate = (connector: Connector, log: Log): TemplatesFound => {
  const source = `connector ${connector.id}`
  try {
    return { source, templates: [generateTemplate(connector)], problems: [] }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    log.warn({ connector: connector.id, problem }, 'a connector has no template')
    return { source, templates: [], problems: [problem] }
  }
}

/** Of two templates with one id and version the first is taken, for a modeler knows only one. */
const merge = (found: readonly TemplatesFound[]): Omit<TemplateList, 'jobTypes'> => {
  const sources = new Map<string, string>()
  const items: FoundTemplate[] = []
  const problems: TemplateList['problems'][number][] = []
  for (const { source, templates, problems: messages } of found) {
    problems.push(...messages.map((message) => ({ file: source, message })))
    for (const template of templates) {
      const first = sources.get(identityOf(template))
      if (first !== undefined) problems.push({ file: source, message: taken(template, first) })
      else items.push(template)
      sources.set(identityOf(template), first ?? source)
    }
  }
  return { items, problems }
}

const identityOf = ({ id, version }: FoundTemplate): string => `${version ?? ''} ${id}`

const taken = ({ id, version }: FoundTemplate, source: string): string => {
  const which = version === undefined ? 'without a version' : `version ${version}`
  return `Template "${id}" ${which} is also that of ${source}, which is used. Give one another version.`
}
