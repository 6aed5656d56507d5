import { freeVariables, type VariablePath } from '@tenon/feel'
import { isJsonObject, type Json } from '@tenon/orchestration'

/** Reads a variable; undefined where there is none. */
type Read = (name: string) => Json | undefined

/**
 * Which variables a text of the model reads that are missing or null, in a sentence each. In FEEL
 * what is missing is null, and so is most of what is computed with it, so that nothing else tells why
 * an expression does not give what it should.
 */
export const emptyVariables = (text: string, read: Read): readonly string[] =>
  text.startsWith('=')
    ? [...new Set(freeVariables(text.slice(1)).flatMap((path) => emptyPart(path, read)))]
    : []

/** The first part of a path that is empty. What leads into a list or a text is not known. */
const emptyPart = (path: VariablePath, read: Read): readonly string[] => {
  let readNext = read
  let where = ''
  for (const name of path) {
    const value = readNext(name)
    where += where === '' ? name : `.${name}`
    if (value === undefined) return [`There is no variable "${where}".`]
    if (value === null) return [`The variable "${where}" is null.`]
    if (!isJsonObject(value)) return []
    readNext = (key) => (Object.hasOwn(value, key) ? value[key] : undefined)
  }
  return []
}
