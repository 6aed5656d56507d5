import { CliError, type CliErrorCode } from './errors.ts'
import { exitCode, type ExitCode } from './exit-code.ts'

/** What is told of an error. */
export interface ErrorDescription {
  readonly code: string
  readonly message: string
  readonly exitCode: ExitCode
}

const usageErrors: ReadonlySet<string> = new Set<CliErrorCode>([
  'COMMAND_UNKNOWN',
  'OPTION_UNKNOWN',
  'OPTION_INVALID',
  'ARGUMENT_MISSING',
  'ARGUMENT_UNEXPECTED',
  'VARIABLES_INVALID',
  'PROCESS_NOT_CHOSEN',
  'PROCESS_UNKNOWN',
  'CONNECTOR_UNKNOWN',
  'ELEMENT_UNKNOWN',
  'TEMPLATE_NOT_CHOSEN',
  'TEMPLATE_UNKNOWN',
  'FIELD_INVALID',
])

/**
 * Errors with a code and a message for people. They are known by name: to compare classes, each
 * package would have to be loaded, which may be the very thing that failed.
 */
const errorsOfOurs: ReadonlySet<string> = new Set([
  'CliError',
  'RefusedError',
  'OrchestrationError',
  'EngineError',
  'RuntimeError',
  'ServerError',
  'TemplateError',
])

/** Makes of whatever was thrown what a person can act on. */
export const describeError = (error: unknown): ErrorDescription => {
  const { code, message } = hasCode(error) ? error : unexpected(error)
  return { code, message, exitCode: usageErrors.has(code) ? exitCode.usage : exitCode.failed }
}

const hasCode = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error &&
  errorsOfOurs.has(error.name) &&
  'code' in error &&
  typeof error.code === 'string'

const unexpected = (error: unknown): CliError => {
  const reason = error instanceof Error ? error.message : String(error)
  return new CliError(
    'FAILED_UNEXPECTEDLY',
    `${reason}. This is a mistake in Tenon: please report it with what you did.`,
  )
}
