import { problemsOfReferences } from './problems-of-references.ts'
import { problemsOfSchema } from './problems-of-schema.ts'
import type { TemplateProblem } from './template-problem.ts'

const depthMax = 64

/**
 * Checks one element template, or a list of them, against Camunda's published schema and beyond
 * it that ids are unique and conditions ask properties that exist. Give text to be told lines.
 * Empty when nothing is wrong.
 */
export const validateTemplate = (json: unknown): readonly TemplateProblem[] => {
  if (typeof json !== 'string') return validateValue(json, json)
  const parsed = parse(json)
  return 'problem' in parsed ? [parsed.problem] : validateValue(parsed.value, json)
}

type Parsed = { readonly value: unknown } | { readonly problem: TemplateProblem }

const parse = (text: string): Parsed => {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const line = lineOf(text, reason)
    const message = `The template is not JSON: ${reason}. Correct it there.`
    const place = line === undefined ? {} : { line }
    return {
      problem: { code: 'TEMPLATE_NOT_JSON', severity: 'error', path: '', ...place, message },
    }
  }
}

const lineOf = (text: string, reason: string): number | undefined => {
  const position = /position (\d+)/.exec(reason)?.[1]
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length
}

const validateValue = (value: unknown, source: unknown): readonly TemplateProblem[] => {
  if (isDeeperThan(value, depthMax)) return [tooDeep]
  if (typeof value !== 'object' || value === null) return [notAnObject]
  const bySchema = problemsOfSchema(source)
  return bySchema.some(({ severity }) => severity === 'error')
    ? bySchema
    : [...bySchema, ...problemsOfReferences(value)]
}

const tooDeep: TemplateProblem = {
  code: 'TEMPLATE_TOO_DEEP',
  severity: 'error',
  path: '',
  message: `The template is nested deeper than ${depthMax} levels. Flatten it.`,
}

const notAnObject: TemplateProblem = {
  code: 'TEMPLATE_INVALID',
  severity: 'error',
  path: '',
  message: 'The template is not an object. Give { "name", "id", "appliesTo", "properties" }.',
}

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1)))
