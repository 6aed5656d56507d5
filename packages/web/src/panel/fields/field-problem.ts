import type { Field, FieldValue } from '@tenon/templates'
import { syntaxProblem } from '../../feel-editor/syntax-problem.ts'
import { expressionOf, isExpression } from './feel-mode.ts'

/** What is wrong with the value of a field: by the template, or by the language. */
export const problemOf = (field: Field): string | undefined => {
  const { property, value } = field
  const isFeel =
    property.feel === 'required' || (property.feel === 'optional' && isExpression(value))
  return (isFeel ? syntaxProblem(expressionOf(value))?.message : undefined) ?? field.problem
}

/** Whether someone has entered something else than what the template starts with. */
export const isSet = ({ property, value }: Field): boolean =>
  value !== undefined &&
  value !== '' &&
  value !== (property.value ?? false) &&
  withoutSign(value) !== withoutSign(property.value)

/** A template may leave out the `=` of what is always an expression. */
const withoutSign = (value: FieldValue): FieldValue =>
  typeof value === 'string' ? value.replace(/^=\s*/u, '') : value

/** Whether a value is needed and not there. */
export const isMissing = ({ property, value }: Pick<Field, 'property' | 'value'>): boolean =>
  property.constraints?.notEmpty === true && (value === undefined || value === '')
