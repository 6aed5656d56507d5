import type { ElementTemplate } from './element-template.ts'
import type { TemplateProblem } from './validate/template-problem.ts'
import { validateTemplate } from './validate/validate-template.ts'

/** Templates of unknown JSON, or why it has none. */
export interface ParsedTemplates {
  /** Empty where one of the problems is an error. */
  readonly templates: readonly ElementTemplate[]
  /** Warnings and errors. */
  readonly problems: readonly TemplateProblem[]
}

/**
 * One template or a list of them, given as text or as what was parsed from it, checked against
 * Camunda's published schema. About 2 ms a template; what was checked once needs it no more.
 */
export const parseTemplates = (json: unknown): ParsedTemplates => {
  const problems = validateTemplate(json)
  if (problems.some(({ severity }) => severity === 'error')) return { templates: [], problems }
  const value: unknown = typeof json === 'string' ? JSON.parse(json) : json
  return { templates: [value].flat().filter(isChecked), problems }
}

/** Only of what the schema was found to hold for: it says the same as the type. */
const isChecked = (value: unknown): value is ElementTemplate => value !== undefined
