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
  PRODUCT_DATA_TOO_NEW: 'A newer Tenon wrote product.db. Run that one, or restore an older backup.',
  PRODUCT_DATA_UNUSABLE: 'The file product.db cannot be used. Check it, or restore a backup.',
  PRODUCT_STORAGE_FAILED:
    'The file product.db cannot be read or written. Check free space and disk.',
  MODEL_NOT_FOUND: 'There is no such model: it was deleted, or the id is wrong.',
  MODEL_CHANGED: 'The model was changed elsewhere. Load it again, or keep yours as a new model.',
  MODELS_TOO_MANY: 'There are as many models as there may be. Delete what is not needed.',
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
