import { z } from 'zod'
import type { TemplateChoice } from '../element-template.ts'
import { toModelValue } from './feel-literal.ts'
import type { Field } from './field.ts'
import { inWords } from './words.ts'

/** The values of an enumeration, a literal, or a union of them; null is no choice but absence. */
export const choicesOf = (schema: z.core.$ZodType): readonly unknown[] | undefined => {
  if (schema instanceof z.ZodEnum) return schema.options
  if (schema instanceof z.ZodLiteral) {
    const values = [...schema.values].filter((value) => value !== null && value !== undefined)
    return values.some((value) => typeof value === 'bigint') ? undefined : values
  }
  if (!(schema instanceof z.core.$ZodUnion)) return undefined
  const options = schema._zod.def.options.map((option) => choicesOf(option))
  return options.every((option) => option !== undefined) ? options.flat() : undefined
}

/** The choices of a dropdown, labelled. */
export const toChoices = (values: readonly unknown[], field: Field): readonly TemplateChoice[] =>
  values.map((value) => ({ name: labelOf(value, field), value: toModelValue(value) }))

const labelOf = (value: unknown, { meta }: Field): string => {
  const { choices = {} } = meta
  const label = Object.hasOwn(choices, String(value)) ? choices[String(value)] : undefined
  return label ?? (typeof value === 'string' ? inWords(value) : String(value))
}
