import { z } from 'zod'
import type { GeneratedConstraints } from './generated-template.ts'

/**
 * What of a text schema a modeler can check while one types. The rest is checked when the
 * connector runs, as is all of it when the value is an expression or has a secret in it.
 */
export const constraintsOf = (
  schema: z.core.$ZodType,
  required: boolean,
): GeneratedConstraints | undefined => {
  const checks = [schema, ...(schema._zod.def.checks ?? [])]
  const minLength = Math.max(0, ...checks.map((check) => minLengthOf(check)))
  const maxLength = Math.min(Infinity, ...checks.map((check) => maxLengthOf(check)))
  const pattern = patternOf(schema, checks, required)
  const constraints = {
    // A modeler would hold the length against an empty field that may stay empty.
    ...(required && minLength > 1 && { minLength }),
    ...(maxLength < Infinity && { maxLength }),
    ...(pattern && { pattern }),
  }
  if (required) return { notEmpty: true, ...constraints }
  return Object.keys(constraints).length === 0 ? undefined : constraints
}

const minLengthOf = (check: object): number => {
  if (check instanceof z.core.$ZodCheckMinLength) return check._zod.def.minimum
  return check instanceof z.core.$ZodCheckLengthEquals ? check._zod.def.length : 0
}

const maxLengthOf = (check: object): number => {
  if (check instanceof z.core.$ZodCheckMaxLength) return check._zod.def.maximum
  return check instanceof z.core.$ZodCheckLengthEquals ? check._zod.def.length : Infinity
}

const patternOf = (schema: z.core.$ZodType, checks: readonly object[], required: boolean) => {
  const patterns = checks.flatMap((check) => regexOf(check))
  if (patterns.length === 0) return undefined
  const exempt = required ? ['^=', secret] : ['^$', '^=', secret]
  return { value: [...exempt, all(patterns)].join('|'), message: messageOf(schema) }
}

const secret = '\\{\\{\\s*secrets\\.'

const all = (patterns: readonly string[]): string => {
  const [first, ...others] = patterns
  if (first !== undefined && others.length === 0) return `(?:${first})`
  return `^${patterns.map((pattern) => `(?=[\\s\\S]*(?:${pattern}))`).join('')}`
}

// A template's pattern has no flags, so a schema's pattern with flags cannot be said in it.
const regexOf = (check: object): readonly string[] => {
  if (!(check instanceof z.core.$ZodCheckStringFormat)) return []
  const { pattern } = check._zod.def
  return pattern?.flags === '' ? [pattern.source] : []
}

// The author's own words come out only by failing the check.
const messageOf = (schema: z.core.$ZodType): string => {
  const issues = z.core.safeParse(schema, '\0').error?.issues ?? []
  return issues.find(({ code }) => code === 'invalid_format')?.message ?? 'is not of its form'
}
