import type { FieldValue, TemplateProperty } from '@tenon/templates'

const texts = ['text', 'a & "b" <c> ü', '0', 'true', "it's {{secrets.NAME}}", 'x, y; z']
const expressions = ['=a.b', '=if x > 1 then "<a>" else null', '=1', '="quoted"', '=true']
const numbers = [5, 7.25, -1.5, 10_000_000]

/** What a person could enter into a property's control; of the many texts another one each time. */
export const enteredValues = (
  property: TemplateProperty,
  random: () => number,
): readonly FieldValue[] => {
  const { type, feel, editable, optional } = property
  const expression = pick(expressions, random)
  if (type === 'Hidden' || editable === false) return []
  if (type === 'Configuration') return ['=camunda.vars.env.first', undefined]
  if (type === 'Dropdown') {
    const values = (property.choices ?? []).map(({ value }) => value)
    return optional === true ? [...values, undefined] : values
  }
  if (feel === 'required') return [expression, undefined]
  return [...literals(type, random), ...(feel === 'optional' ? [expression] : [])]
}

const literals = (type: TemplateProperty['type'], random: () => number): readonly FieldValue[] => {
  if (type === 'Boolean') return [true, false]
  if (type === 'Number') return [pick(numbers, random), 0, undefined]
  const text = pick(texts, random)
  return [type === 'Text' ? `${text}\n  second line` : text, undefined]
}

const pick = <T>(values: readonly T[], random: () => number): T => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('There is nothing to pick from.')
  return value
}
