import { z } from 'zod'
import { DefinitionError, InputError } from './errors.ts'
import type { Http } from './http.ts'

/** What is known of a connector before its operations. */
export interface ConnectorDefinition {
  /** Stays the same for ever, such as `acme.github`. */
  readonly id: string
  /** `major.minor.patch`. A new major is for changes that old models cannot follow. */
  readonly version: string
  readonly name: string
  readonly description?: string
  /** An SVG data URI, shown at 18 to 32 px. */
  readonly icon?: string
  /** Only for a connector that takes over an existing job type; default `<id>:<major>`. */
  readonly jobType?: string
}

/** One thing that a connector does. */
export interface OperationDefinition<Input extends z.ZodType, Output extends z.ZodType> {
  readonly name: string
  readonly description?: string
  /** An object; its fields become those of the template. */
  readonly input: Input
  readonly output: Output
  readonly run: (call: Call<z.output<Input>>) => Promise<z.input<Output>> | z.input<Output>
}

/** What the platform hands to `run`. */
export interface Services {
  readonly http: Http
  /** The same at each repetition of this call, also after a restart. */
  readonly idempotencyKey: string
  /** Aborts when the result is no longer wanted. */
  readonly signal: AbortSignal
}
export interface Call<Input> extends Services {
  readonly input: Input
}

/** An operation as the platform uses it. */
export interface Operation {
  readonly id: string
  readonly name: string
  readonly description: string | undefined
  readonly input: z.ZodType
  readonly output: z.ZodType
  /** Checks the input (`InputError`), runs, and checks the output. */
  readonly execute: (input: unknown, services: Services) => Promise<unknown>
}

export interface Connector extends Readonly<ConnectorDefinition> {
  readonly jobType: string
  readonly operations: ReadonlyMap<string, Operation>
  /** Adds an operation; `id` is lower-case words joined by `-`. */
  operation<Input extends z.ZodType, Output extends z.ZodType>(
    id: string,
    definition: OperationDefinition<Input, Output>,
  ): Connector
}

const versionPattern = /^(\d+)\.\d+\.\d+$/
const operationPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Starts the definition of a connector. All else is derived from it: its template, validation and
 * execution. Throws `DefinitionError`.
 */
export const connector = (definition: ConnectorDefinition): Connector => {
  const major = versionPattern.exec(definition.version)?.[1]
  if (major === undefined) {
    throw invalid(`${definition.id}: version "${definition.version}" is not major.minor.patch`)
  }
  const operations = new Map<string, Operation>()
  const result: Connector = {
    ...definition,
    jobType: definition.jobType ?? `${definition.id}:${major}`,
    operations,
    operation(id, operation) {
      if (!operationPattern.test(id)) throw invalid(`${definition.id}: operation id "${id}"`)
      if (operations.has(id)) throw invalid(`${definition.id}: operation "${id}" stands twice`)
      operations.set(id, toOperation(id, operation))
      return result
    },
  }
  return result
}

const invalid = (message: string): DefinitionError =>
  new DefinitionError('CONNECTOR_INVALID', message)

const toOperation = <Input extends z.ZodType, Output extends z.ZodType>(
  id: string,
  definition: OperationDefinition<Input, Output>,
): Operation => ({
  id,
  name: definition.name,
  description: definition.description,
  input: definition.input,
  output: definition.output,
  execute: async (input, services) => {
    const parsed = definition.input.safeParse(input)
    if (!parsed.success) throw new InputError(z.prettifyError(parsed.error))
    const output = definition.output.safeParse(
      await definition.run({ ...services, input: parsed.data }),
    )
    if (output.success) return output.data
    throw new DefinitionError('OUTPUT_INVALID', z.prettifyError(output.error))
  },
})
