import type { ElementTemplate } from '@tenon/templates'
import { CliError } from '../errors.ts'

/** The newest version of the template with the id, or of the only one. Throws where that is none. */
export const chooseTemplate = (
  templates: readonly ElementTemplate[],
  id: string | undefined,
): ElementTemplate => {
  const ids = [...new Set(templates.map((template) => template.id))]
  const [only, ...others] = ids
  if (id === undefined && others.length > 0) {
    throw new CliError(
      'TEMPLATE_NOT_CHOSEN',
      `The file has several templates. Choose one with --id: ${ids.join(', ')}.`,
    )
  }
  const versions = templates.filter((template) => template.id === (id ?? only))
  const [newest] = versions.toSorted((a, b) => (b.version ?? -1) - (a.version ?? -1))
  if (newest !== undefined) return newest
  throw new CliError(
    'TEMPLATE_UNKNOWN',
    `The file has no template${id === undefined ? '' : ` "${id}"`}. ` +
      (ids.length === 0 ? 'Name a file that has one.' : `Choose one of: ${ids.join(', ')}.`),
  )
}
