import type { ElementTemplate, TemplateReference } from '@tenon/templates'

/** What is installed of the template that an element names. */
export interface InstalledTemplate {
  /** The very version; undefined when it is not installed. */
  readonly template: ElementTemplate | undefined
  /** The newest version, where it is newer. */
  readonly update: ElementTemplate | undefined
}

export const installedTemplate = (
  templates: readonly ElementTemplate[],
  { id, version }: TemplateReference,
): InstalledTemplate => {
  const versions = templates.filter((template) => template.id === id)
  const newest = versions.reduce<ElementTemplate | undefined>(
    (known, template) => (versionOf(template) > versionOf(known) ? template : known),
    versions[0],
  )
  return {
    template: versions.find((template) => template.version === version),
    update: versionOf(newest) > (version ?? -1) ? newest : undefined,
  }
}

/** A template without a version is older than all that have one. */
const versionOf = (template: ElementTemplate | undefined): number => template?.version ?? -1
