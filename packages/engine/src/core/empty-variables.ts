import { freeVariables, type VariablePath } from '@tenon/feel'
import { isJsonObject, type Json } from '@tenon/orchestration'

/** Reads a variable; undefined where there is none. */
type Read = (name: string) => Json | undefined

/** A variable, or a part of one such as `order.total`, that gives nothing. */
export interface EmptyVariable {
  readonly name: string
  readonly is: 'missing' | 'null'
}

/**
 * Which variables a text of the model reads that are missing or null. In FEEL what is missing is null,
 * and so is most of what is computed with it, so that nothing else tells why an expression does not
 * give what it should.
 */
export const emptyVariables = (text: string, read: Read): readonly EmptyVariable[] =>
  text.startsWith('=') ? freeVariables(text.slice(1)).flatMap((path) => emptyPart(path, read)) : []

/** Those of a text in a sentence each. */
export const sayEmptyVariables = (text: string, read: Read): readonly string[] => [
  ...new Set(
    emptyVariables(text, read).map(({ name, is }) =>
      is === 'missing' ? `There is no variable "${name}".` : `The variable "${name}" is null.`,
    ),
  ),
]

/** The first part of a path that is empty. What leads into a list or a text is not known. */
const emptyPart = (path: VariablePath, read: Read): readonly EmptyVariable[] => {
  let readNext = read
  let where = ''
  for (const name of path) {
    const value = readNext(name)
    where += where === '' ? name : `.${name}`
    if (value === undefined) return [{ name: where, is: 'missing' }]
    if (value === null) return [{ name: where, is: 'null' }]
    if (!isJsonObject(value)) return []
    readNext = (key) => (Object.hasOwn(value, key) ? value[key] : undefined)
  }
  return []
}
