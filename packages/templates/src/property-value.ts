import type { TemplateProperty } from './element-template.ts'

/** What a property of a model holds, or a field of a form. */
export type Value = string | number | boolean | undefined

/** A value as the one of a model: numbers, switches and what must be FEEL become `=…`. */
export const toModelValue = (property: TemplateProperty, value: Value): Value => {
  if (isAlwaysFeel(property)) return toFeel(property, value)
  return value
}

/**
 * What a property starts with where nothing is generated. A switch that is an expression always
 * has a value.
 */
export const fixedValueOf = (property: TemplateProperty): Value =>
  toModelValue(property, property.value)

/** What a property starts with; what is generated differs each time. */
export const initialValueOf = (property: TemplateProperty): Value =>
  fixedValueOf(property) ?? (property.generatedValue === undefined ? undefined : uuid())

/** A model's value as one of a form: literals of numbers and switches come out of their FEEL. */
export const toLiteral = (property: TemplateProperty, value: unknown): unknown => {
  if (!isAlwaysFeel(property) || value === undefined) return value
  return fromFeel(property, value)
}

/** The same of the value that a condition asks for, which may be written as FEEL. */
export const toComparable = (property: TemplateProperty, value: Value): unknown =>
  isFeel(value) ? fromFeel(property, value) : value

export const isFeel = (value: unknown): value is string =>
  typeof value === 'string' && value.trim().startsWith('=')

/** Whether the model holds an expression, whatever the form shows. */
export const isAlwaysFeel = ({ binding, feel, type }: TemplateProperty): boolean => {
  const isMapping = binding.type === 'zeebe:input' || binding.type === 'zeebe:output'
  const mode = feel ?? (isMapping ? 'static' : undefined)
  if (mode === 'required') return true
  return mode !== undefined && (type === 'Boolean' || type === 'Number')
}

const toFeel = ({ type }: TemplateProperty, value: Value): Value => {
  if (typeof value === 'string' && value.startsWith('=')) return value
  if (type === 'Boolean') return `=${value !== 'false' && Boolean(value)}`
  return value === undefined ? undefined : `=${value}`
}

const fromFeel = ({ type }: TemplateProperty, value: unknown): unknown => {
  const text = typeof value === 'string' && value.startsWith('=') ? value.slice(1) : value
  if (type === 'Number') return Number(text)
  return type === 'Boolean' ? text !== 'false' : text
}

// `crypto.randomUUID` is not there on pages that come without TLS.
const uuid = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}
