import { z } from 'zod'
import type { FieldMeta } from '@tenon/sdk'

/** A schema without its wrappers, and what they said. */
export interface Field {
  readonly schema: z.core.$ZodType
  readonly meta: FieldMeta & { readonly description?: string | undefined }
  /** Whether a value must be given. */
  readonly required: boolean
  /** The default; undefined for none. */
  readonly initial: unknown
}

/** Looks through optional, default, transform and their like; the outermost word wins. */
export const readField = (schema: z.core.$ZodType): Field => {
  const meta = z.globalRegistry.get(schema) ?? {}
  const inner = innerOf(schema)
  if (inner === undefined) return { schema, meta, required: true, initial: undefined }
  const field = readField(inner)
  return {
    schema: field.schema,
    meta: { ...field.meta, ...meta },
    required: schema instanceof z.core.$ZodNonOptional || (field.required && !mayBeAbsent(schema)),
    initial: hasDefault(schema) ? schema._zod.def.defaultValue : field.initial,
  }
}

const hasDefault = (schema: z.core.$ZodType) =>
  schema instanceof z.core.$ZodDefault || schema instanceof z.core.$ZodPrefault

const mayBeAbsent = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodCatch || hasDefault(schema)

const innerOf = (schema: z.core.$ZodType): z.core.$ZodType | undefined => {
  if (schema instanceof z.core.$ZodPipe) {
    // What a form fills is what goes in, but for `z.preprocess`, whose input is anything.
    const { in: first, out } = schema._zod.def
    return first instanceof z.core.$ZodTransform ? out : first
  }
  return isWrapper(schema) ? schema._zod.def.innerType : undefined
}

const isWrapper = (schema: z.core.$ZodType) =>
  schema instanceof z.core.$ZodOptional ||
  schema instanceof z.core.$ZodNonOptional ||
  schema instanceof z.core.$ZodNullable ||
  schema instanceof z.core.$ZodDefault ||
  schema instanceof z.core.$ZodPrefault ||
  schema instanceof z.core.$ZodCatch ||
  schema instanceof z.core.$ZodReadonly
