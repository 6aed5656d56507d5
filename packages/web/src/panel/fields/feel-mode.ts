import type { FieldValue, TemplateProperty } from '@tenon/templates'

/** Whether a value is an expression rather than itself. */
export const isExpression = (value: FieldValue): boolean =>
  typeof value === 'string' && value.trimStart().startsWith('=')

/** The expression without the sign that marks it. */
export const expressionOf = (value: FieldValue): string =>
  isExpression(value) ? textOf(value).trimStart().slice(1).trimStart() : textOf(value)

/** What the model holds for an expression; nothing for an empty one. */
export const valueOfExpression = (text: string): FieldValue =>
  text.trim() === '' ? undefined : `=${text}`

export const textOf = (value: FieldValue): string => (value === undefined ? '' : String(value))

/** What a plain field makes of a text that was an expression: the text itself where it fits. */
export const plainValueOf = (property: TemplateProperty, text: string): FieldValue => {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (property.type === 'Number') return numberOf(trimmed)
  if (property.type === 'Boolean') return trimmed === 'true'
  if (property.type === 'Dropdown')
    return property.choices?.find(({ value }) => value === trimmed)?.value
  return text
}

/** The number that a text is; undefined for anything else. */
export const numberOf = (text: string): number | undefined => {
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number
}
