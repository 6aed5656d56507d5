import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTemplates, type ElementTemplate } from '@tenon/templates'

/** Where npm has put the files of Camunda's templates. */
export const camundaFolder = join(
  import.meta.dirname,
  'node_modules/@camunda/connectors-element-templates/src/element-templates',
)

/** Camunda's published templates by id, each version once, the oldest first. */
export const camundaTemplates = (): ReadonlyMap<string, readonly ElementTemplate[]> => {
  const versions = new Map<string, ElementTemplate>()
  for (const file of readdirSync(camundaFolder)) {
    const { templates, problems } = parseTemplates(readFileSync(join(camundaFolder, file), 'utf8'))
    if (templates.length === 0) throw new Error(`${file}: ${problems[0]?.message ?? 'is empty'}`)
    for (const template of templates)
      versions.set(`${template.id} ${template.version ?? ''}`, template)
  }
  return Map.groupBy(
    [...versions.values()].toSorted((one, other) => (one.version ?? -1) - (other.version ?? -1)),
    ({ id }) => id,
  )
}
