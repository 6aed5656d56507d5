/** What can go wrong at the command line, by code: what happened and what to do about it. */
export const cliErrors = {
  NODE_TOO_OLD: 'Tenon needs Node 26 or newer. Run npm ci, which installs the right one.',
  COMMAND_UNKNOWN: 'There is no such command. Run tenon help to see which there are.',
  OPTION_UNKNOWN: 'The command has no such option. Run tenon help with its name.',
  OPTION_INVALID: 'An option has a value that it cannot take. Correct the one named.',
  ARGUMENT_MISSING: 'The command needs an argument that was not given. Give it.',
  ARGUMENT_UNEXPECTED: 'The command was given an argument too many. Leave it out.',
  VARIABLES_INVALID: 'The variables are not a JSON object. Correct them at the place shown.',
  FILE_UNREADABLE: 'A file cannot be read. Check its path and permissions.',
  FILE_UNWRITABLE: 'A file cannot be written. Check its folder, permissions and the free space.',
  PROCESS_NOT_CHOSEN: 'The model has several processes. Choose one with --process.',
  PROCESS_UNKNOWN: 'The model has no process with this id. Choose one of those listed.',
  INCIDENT_RAISED: 'The process instance cannot go on. Correct what the incident says.',
  RUN_TIMED_OUT: 'The process instance did not end in time. See where it waits, or wait longer.',
  RUN_INTERRUPTED: 'The run was stopped before the process instance had ended. Run it again.',
  SERVER_UNREACHABLE: 'No Tenon answers at the address. Start it, or correct the address.',
  SERVER_NOT_TENON: 'What answers at the address is not a Tenon. Correct the address.',
  CONNECTOR_UNKNOWN: 'No connector with this id is installed. Choose one of those listed.',
  ELEMENT_UNKNOWN: 'The model has no element with this id. Correct it.',
  TEMPLATE_NOT_CHOSEN: 'The file has several templates. Choose one of those listed with --id.',
  TEMPLATE_UNKNOWN: 'The file has no template with this id. Choose one of those listed.',
  FIELD_INVALID: 'A field cannot take the value given. Correct it.',
  FAILED_UNEXPECTEDLY: 'Something failed that should not. Report it with what you did.',
} as const

export type CliErrorCode = keyof typeof cliErrors

/** A command that cannot be done; `message` says what, where and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: CliErrorCode
  constructor(code: CliErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What a server refused a request with; the code is the server's. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
