import { z } from 'zod'
import type { Operation, OperationDefinition } from './connector.ts'
import { definitionError, DefinitionError } from './errors.ts'
import { describeIssues, parseInput } from './input.ts'

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
const fieldPattern = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Checks the definition of an operation and makes it executable. Throws `DefinitionError`. */
export const toOperation = <Input extends z.ZodObject, Output extends z.ZodType>(
  connectorId: string,
  id: string,
  definition: OperationDefinition<Input, Output>,
): Operation => {
  const mistake = findMistake(id, definition)
  if (mistake !== undefined) throw definitionError(connectorId, mistake)
  const { name, description, input, output, run } = definition
  return {
    id,
    name,
    description,
    input,
    output,
    execute: async (given, services) => {
      const result = await run({ ...services, input: parseInput(input, given) })
      return parseOutput(id, output, result)
    },
  }
}

const parseOutput = (id: string, schema: z.ZodType, result: unknown): unknown => {
  const output = schema.safeParse(result)
  if (output.success) return output.data
  throw new DefinitionError(
    'OUTPUT_INVALID',
    `The result of operation "${id}" is not what it declares: ${describeIssues(output.error)}. ` +
      'Report it to the author of the connector.',
  )
}

// What the compiler refuses as well is checked again: a package may come as plain JavaScript.
const findMistake = (
  id: string,
  { name, input, output }: { name: string; input: unknown; output: unknown },
): string | undefined => {
  if (!idPattern.test(id)) {
    return `operation id "${id}" is not lower-case words joined by "-", as in "create-issue"`
  }
  if (name.trim() === '') return `operation "${id}" has no name. Give what its menu shows`
  if (!(input instanceof z.ZodObject)) {
    return `the input of operation "${id}" is not an object. Use z.object({ … })`
  }
  if (!(output instanceof z.ZodType)) {
    return `the output of operation "${id}" is not a schema. Use one of zod`
  }
  return findFieldMistake(id, input)
}

const findFieldMistake = (id: string, { def, shape }: z.ZodObject): string | undefined => {
  if (def.catchall instanceof z.ZodNever) {
    return (
      `the input of operation "${id}" is strict, so it would refuse the variables of any ` +
      'process. Use z.object({ … })'
    )
  }
  const name = Object.keys(shape).find((field) => !fieldPattern.test(field))
  if (name === undefined) return undefined
  return `field "${name}" of operation "${id}" cannot name a variable. Use letters, digits and "_"`
}
