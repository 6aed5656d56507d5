import type { TemplateProperty } from './element-template.ts'
import type { FieldValue } from './field-value.ts'
import { patternOf } from './pattern.ts'
import { isFeel } from './property-value.ts'

/**
 * What is wrong with the value of a field, in one sentence for the person who fills it. An
 * expression is only checked for being there: what it gives is known when it runs.
 */
export const problemOfValue = (
  property: TemplateProperty,
  value: FieldValue,
): string | undefined => {
  const { constraints = {}, feel } = property
  const text = value === undefined ? '' : String(value)
  if (constraints.notEmpty === true && text.trim() === '') return 'Enter a value.'
  if (feel !== undefined && isFeel(value)) return undefined
  if (typeof value === 'number' && text.includes('e')) {
    return 'Write the number without an exponent.'
  }
  return problemOfLength(constraints, text) ?? problemOfPattern(constraints, text)
}

type Constraints = NonNullable<TemplateProperty['constraints']>

const problemOfLength = ({ minLength, maxLength }: Constraints, text: string) => {
  if (maxLength !== undefined && maxLength > 0 && text.length > maxLength)
    return `Enter at most ${charactersOf(maxLength)}; it has ${text.length}.`
  if (minLength !== undefined && text.length < minLength)
    return `Enter at least ${charactersOf(minLength)}.`
  return undefined
}

const charactersOf = (length: number): string =>
  length === 1 ? '1 character' : `${length} characters`

const problemOfPattern = ({ pattern }: Constraints, text: string) => {
  const source = typeof pattern === 'string' ? pattern : pattern?.value
  const isMatch = source === undefined || (patternOf(source)?.matches(text) ?? true)
  if (isMatch) return undefined
  const message = typeof pattern === 'object' ? pattern.message : undefined
  return message ?? `Enter a value that matches ${source}.`
}
