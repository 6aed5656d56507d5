import { z } from 'zod'
import { InputError } from './errors.ts'

type Path = readonly PropertyKey[]

/**
 * Parses an input; throws `InputError` that names each wrong field, never a value, since values
 * may be secrets. BPMN knows no absence: an empty field and an expression without a result are
 * null, so a null that the schema refuses is read as absent.
 */
export const parseInput = <Input extends z.ZodType>(
  schema: Input,
  input: unknown,
): z.output<Input> => {
  const first = schema.safeParse(input)
  if (first.success) return first.data
  const nulls = first.error.issues.map(({ path }) => path).filter((path) => isNullAt(input, path))
  if (nulls.length === 0) throw wrongInput(first.error)
  const second = schema.safeParse(nulls.reduce(without, input))
  if (second.success) return second.data
  throw wrongInput(second.error)
}

/** The issues of a parse on one line, each with its field. */
export const describeIssues = (error: z.ZodError): string =>
  error.issues.map(describeIssue).join('; ')

/** What a connector says of a field goes on from its name; zod begins a sentence of its own. */
const describeIssue = ({ path, message }: z.core.$ZodIssue): string => {
  if (path.length === 0) return message
  const field = z.core.toDotPath(path)
  return /^\p{Ll}/u.test(message) ? `${field} ${message}` : `${field}: ${message}`
}

const wrongInput = (error: z.ZodError): InputError =>
  new InputError(`The input is not valid: ${describeIssues(error)}`)

const isNullAt = (value: unknown, path: Path): boolean => {
  const [key, ...rest] = path
  if (key === undefined) return value === null
  return isContainer(value) && Object.hasOwn(value, key) && isNullAt(Reflect.get(value, key), rest)
}

/** A copy without what stands at the path. */
const without = (value: unknown, path: Path): unknown => {
  const [key, ...rest] = path
  if (key === undefined || !isContainer(value)) return undefined
  const copy = Array.isArray(value) ? Array.from<unknown>(value) : { ...value }
  if (rest.length > 0) Reflect.set(copy, key, without(Reflect.get(value, key), rest))
  else if (Array.isArray(copy)) Reflect.set(copy, key, undefined)
  else Reflect.deleteProperty(copy, key)
  return copy
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null
