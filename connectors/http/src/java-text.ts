import { scalarText } from './scalar-text.ts'

/** A value of a form as Camunda writes it: lists as `[1, 2]`, contexts as `{a=1}`. */
export const javaText = (value: unknown): string => {
  const text = scalarText(value)
  if (text !== undefined) return text
  if (Array.isArray(value)) return `[${value.map((item) => javaText(item)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return 'null'
  const entries = Object.entries(value).map(([name, inner]) => `${name}=${javaText(inner)}`)
  return `{${entries.join(', ')}}`
}
