import { isJsonObject, isKey, type JsonObject } from '@tenon/orchestration'
import { z } from 'zod'

/**
 * The fields that requests share. What may be left out may also be null, for clients in other
 * languages write null for what they do not set.
 */

export const key = z.custom<string>(isKey, 'It must be a key: a string of digits.')

// By reference: zod would copy a record, and drop a name such as "__proto__".
export const jsonObject = z.custom<JsonObject>(isJsonObject, 'It must be a JSON object.')

export const defaultTenant = '<default>'

export const tenantId = z
  .string()
  .refine((id) => id === defaultTenant, 'Tenon has the tenant "<default>" only. Leave it out.')

const tagsMax = 10
const tag = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_\-:.]{0,99}$/,
    'A tag starts with a letter; then come letters, digits and _ - : . up to 100 characters.',
  )

export const tags = z
  .array(tag)
  .max(tagsMax, `There may be ${tagsMax} tags at most.`)
  .refine((list) => new Set(list).size === list.length, 'A tag may stand there once only.')

/** Accepted and not kept: it marks the records of a log that Tenon does not have. */
export const operationReference = z.custom<unknown>(
  (value) => (typeof value === 'number' ? Number.isInteger(value) && value >= 1 : isLong(value)),
  'It must be a whole number from 1.',
)

// Whole numbers over 2^53 come with their digits.
const isLong = (value: unknown): boolean =>
  JSON.isRawJSON(value) && isKey(value.rawJSON) && !value.rawJSON.startsWith('-')

export const milliseconds = (least: number, most: number): z.ZodNumber =>
  z.int().min(least, `It must be at least ${least} ms.`).max(most, `It must be at most ${most} ms.`)
