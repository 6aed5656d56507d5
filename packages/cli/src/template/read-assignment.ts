import type { Field, FieldValue } from '@tenon/templates'
import { CliError } from '../errors.ts'

/** What `--set` says: a field and the text of its value. */
export interface Assignment {
  readonly fieldId: string
  readonly text: string
}

/** Reads `field=value`; without a value the field is emptied. Throws `OPTION_INVALID`. */
export const readAssignment = (option: string): Assignment => {
  const at = option.indexOf('=')
  if (at > 0) return { fieldId: option.slice(0, at), text: option.slice(at + 1) }
  throw new CliError(
    'OPTION_INVALID',
    `--set "${option}" names no value. Write it as --set <field>=<value>.`,
  )
}

/** The value as the field takes it; of a dropdown also by its label. Throws `FIELD_INVALID`. */
export const valueFor = ({ id, property, choices }: Field, text: string): FieldValue => {
  if (text === '' || text.startsWith('=')) return text
  if (property.type === 'Number') {
    const number = Number(text)
    if (Number.isFinite(number)) return number
    throw invalid(id, text, 'a number, or an expression that starts with "="')
  }
  if (property.type === 'Boolean') {
    if (text === 'true' || text === 'false') return text === 'true'
    throw invalid(id, text, 'true or false, or an expression that starts with "="')
  }
  if (property.type !== 'Dropdown') return text
  const choice =
    choices.find(({ value }) => value === text) ?? choices.find(({ name }) => name === text)
  if (choice !== undefined) return choice.value
  throw invalid(id, text, `one of: ${choices.map(({ value }) => value).join(', ')}`)
}

const invalid = (id: string, text: string, wanted: string): CliError =>
  new CliError('FIELD_INVALID', `Field "${id}" cannot be "${text}". Give ${wanted}.`)
