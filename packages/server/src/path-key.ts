import { isKey } from '@tenon/orchestration'
import { ServerError } from './errors.ts'

/** A key from the path of a request. Throws `REQUEST_INVALID`. */
export const pathKey = (text: string): string => {
  if (!isKey(text)) {
    throw new ServerError('REQUEST_INVALID', `The key "${text}" in the path is no whole number.`)
  }
  return text
}
