import type { z } from 'zod'
import { definitionError } from './errors.ts'
import type { Http } from './http.ts'
import { toOperation } from './operation.ts'

/** What is known of a connector before its operations. */
export interface ConnectorDefinition {
  /** Stays the same for ever: lower-case words joined by `.`, such as `acme.github`. */
  readonly id: string
  /**
   * `major.minor.patch`, minor and patch up to 999. A new major is for changes that old models
   * cannot follow.
   */
  readonly version: string
  readonly name: string
  readonly description?: string
  /** An SVG data URI, shown at 18 to 32 px. */
  readonly icon?: string
  /** Only for a connector that takes over an existing job type; default `<id>:<major>`. */
  readonly jobType?: string
}

/** One thing that a connector does. */
export interface OperationDefinition<Input extends z.ZodObject, Output extends z.ZodType> {
  readonly name: string
  readonly description?: string
  /**
   * An object; its fields become those of the template. It parses at once: no asynchronous
   * refinements. Other variables of the process are ignored, and null is absence unless the field
   * accepts it. A number that a double cannot hold comes as what `JSON.rawJSON` returns.
   */
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
  /**
   * Keeps a secret that the call came to know, such as an access token, out of all that leaves it:
   * result, error and log show `***` in its place.
   */
  readonly conceal: (secret: string) => void
}

/** What `run` gets: the services, and the input as its schema gives it. */
export interface Call<Input> extends Services {
  readonly input: Input
}

/** An operation as the platform uses it. */
export interface Operation {
  readonly id: string
  readonly name: string
  readonly description: string | undefined
  readonly input: z.ZodObject
  readonly output: z.ZodType
  /** Checks the input (`InputError`), runs, and checks the output (`DefinitionError`). */
  readonly execute: (input: unknown, services: Services) => Promise<unknown>
}

/** A connector as the platform uses it; its author adds operations to it. */
export interface Connector extends Readonly<ConnectorDefinition> {
  readonly jobType: string
  readonly operations: ReadonlyMap<string, Operation>
  /** Adds an operation; `id` is lower-case words joined by `-`. Throws `DefinitionError`. */
  operation<Input extends z.ZodObject, Output extends z.ZodType>(
    id: string,
    definition: OperationDefinition<Input, Output>,
  ): Connector
}

const idPattern = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/
const versionPattern = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/

/**
 * Starts the definition of a connector. All else is derived from it: its template, validation and
 * execution. Throws `DefinitionError`.
 */
export const connector = (definition: ConnectorDefinition): Connector => {
  const major = requireValid(definition)
  const operations = new Map<string, Operation>()
  const result: Connector = {
    ...definition,
    jobType: definition.jobType ?? `${definition.id}:${major}`,
    operations,
    operation(id, operation) {
      if (operations.has(id)) throw definitionError(definition.id, `operation "${id}" stands twice`)
      operations.set(id, toOperation(definition.id, id, operation))
      return result
    },
  }
  return result
}

/** Returns the major version. */
const requireValid = ({ id, version, name, icon, jobType }: ConnectorDefinition): string => {
  if (!idPattern.test(id)) {
    throw definitionError(id, 'the id is not lower-case words joined by ".", as in "acme.github"')
  }
  const major = versionPattern.exec(version)?.[1]
  if (major === undefined) {
    throw definitionError(
      id,
      `version "${version}" is not major.minor.patch, the last two up to 999`,
    )
  }
  if (name.trim() === '') throw definitionError(id, 'the name is empty. Give what its menu shows')
  if (icon !== undefined && !icon.startsWith('data:image/svg+xml')) {
    throw definitionError(id, 'the icon is not an SVG data URI ("data:image/svg+xml,…")')
  }
  if (jobType?.trim() === '')
    throw definitionError(id, 'the job type is empty. Leave it out, or give one')
  return major
}
