import type { TemplateProperty } from './element-template.ts'
import { isAlwaysFeel, toModelValue, type Value } from './property-value.ts'

/**
 * What a field shows: a number of a `Number`, a yes or no of a `Boolean`, text of all others and
 * of expressions, which start with `=`. Undefined where nothing is entered.
 */
export type FieldValue = string | number | boolean | undefined

/** The model's value as a field shows it. */
export const toFieldValue = (property: TemplateProperty, value: unknown): FieldValue => {
  if (typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value !== 'string' || value === '') return undefined
  if (property.type === 'Number') return toNumber(property, value)
  if (property.type === 'Boolean') return toSwitch(property, value)
  return value
}

/** What a field holds as the model's value; what is empty or only `=` is no value. */
export const fromFieldValue = (property: TemplateProperty, value: FieldValue): Value => {
  if (value === '' || (value === '=' && property.feel !== undefined))
    return toModelValue(property, undefined)
  return toModelValue(property, value)
}

const toNumber = (property: TemplateProperty, text: string): FieldValue => {
  const literal = isAlwaysFeel(property) ? text.replace(/^=/, '') : text
  const number = Number(literal)
  return literal.trim() === '' || Number.isNaN(number) ? text : number
}

const toSwitch = (property: TemplateProperty, text: string): FieldValue => {
  const literal = isAlwaysFeel(property) ? text.replace(/^=/, '') : text
  return literal === 'true' || (literal === 'false' ? false : text)
}
