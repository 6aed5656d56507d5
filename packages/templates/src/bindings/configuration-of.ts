import type { TemplateProperty } from '../element-template.ts'

/** What tells other tools that an entry refers to a configuration, and of which template. */
export const configurationOf = ({
  type,
  configurationTemplate,
}: TemplateProperty): Readonly<Record<string, unknown>> =>
  type === 'Configuration' ? { modelerConfigurationTemplate: configurationTemplate } : {}
