/** What can go wrong when connectors work, by code: what happened and what to do about it. */
export const runtimeErrors = {
  SECRET_NOT_AVAILABLE: 'No secret has this name. Set it, or correct the name in the model.',
  SECRET_NAMES_COLLIDE:
    'Two secret names in one task mean one secret. Rename one of them in the model.',
  HEADER_INVALID: 'A header of the task has a value it cannot take. Correct it in the model.',
  OPERATION_UNKNOWN: 'The connector has no such operation. Choose one of those listed.',
  RESULT_INVALID: 'What a result or error expression gives cannot be used. Correct the expression.',
  RESULT_TOO_LARGE: 'The mapped result is larger than 1.5 MiB. Map less of it.',
  ERROR_EXPRESSION_FAILED: 'The error expression cannot be evaluated. Correct it in the model.',
  PACKAGE_NOT_FOUND: 'A dependency is not installed, or a file it names is not there. Install it.',
  PACKAGE_INVALID: 'A package.json is not as it must be. Correct the field named.',
  CONNECTOR_NOT_LOADED: 'A package does not bring the connector that it declares. Correct it.',
  JOB_TYPE_TAKEN: 'Two connectors have one job type. Remove one package, or rename its job type.',
} as const

export type RuntimeErrorCode = keyof typeof runtimeErrors

/** What the runtime refuses; `message` says what, where and what to do. */
export class RuntimeError extends Error {
  override readonly name = 'RuntimeError'
  readonly code: RuntimeErrorCode
  constructor(code: RuntimeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
