import type { JsonObject } from './json.ts'

/** Whether JSON is an object: no array, and no number that is kept with its digits. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)
