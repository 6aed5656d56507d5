import { InputError } from '@tenon/sdk'
import type { Input } from './input.ts'

/** Refuses, by name, what Camunda's connector does and this one does not do yet. */
export const refuseUnsupported = (input: Input): void => {
  const { storeResponse, authenticationConfiguration, documentReturnFormat } = input
  if (hasValue(storeResponse)) throw unsupported('storeResponse', 'Storing the answer is')
  if (hasValue(authenticationConfiguration)) {
    throw unsupported('authenticationConfiguration', 'Stored credentials are')
  }
  if (documentReturnFormat?.choice === 'DOCUMENT') {
    throw unsupported('documentReturnFormat', 'Documents are')
  }
  if (holdsKey(input.body, 'camunda.document.type')) throw unsupported('body', 'Documents are')
  if (holdsKey(input.body, 'camunda.function.type')) throw unsupported('body', 'Functions are')
}

const unsupported = (field: string, what: string): InputError =>
  new InputError(`${field}: ${what} not supported yet. Leave the field empty.`)

/** Absent, null, false and empty all mean that the feature is not used. */
const hasValue = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some((inner) => hasValue(inner))
    : ![undefined, null, false, 'false', ''].some((empty) => empty === value)

const holdsKey = (value: unknown, key: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, key) || Object.values(value).some((inner) => holdsKey(inner, key)))
