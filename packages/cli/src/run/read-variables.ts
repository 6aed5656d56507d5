import { isJsonObject, OrchestrationError, parseJson, type JsonObject } from '@tenon/orchestration'
import { CliError } from '../errors.ts'
import { readText } from '../read-file.ts'

/**
 * The variables that an option gives as a JSON object, or names the file of with a leading `@`.
 * No digit of a number is lost. Throws `VARIABLES_INVALID` or `FILE_UNREADABLE`.
 */
export const readVariables = async (option: string | undefined): Promise<JsonObject> => {
  if (option === undefined) return {}
  const text = option.startsWith('@') ? await readText(option.slice(1)) : option
  const value = parse(text)
  if (isJsonObject(value)) return value
  throw invalid('They are not an object.')
}

const parse = (text: string): unknown => {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof OrchestrationError)
      throw invalid(`${error.message.replace(/\.$/, '')}.`, error)
    throw error
  }
}

const invalid = (reason: string, cause?: Error): CliError =>
  new CliError(
    'VARIABLES_INVALID',
    `--variables cannot be used: ${reason} Give an object in quotes that the shell takes away, ` +
      `such as '{"name": "value"}', or @ and the name of a file with one.`,
    { cause },
  )
