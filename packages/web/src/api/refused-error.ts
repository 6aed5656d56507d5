/** The server answered, but not with what was asked for; `message` is its own reason, or empty. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number
  /** The code of docs/errors.md, such as `MODEL_CHANGED`; none when something else answered. */
  readonly code: string | undefined
  constructor(status: number, detail: string, code?: string) {
    super(detail)
    this.status = status
    this.code = code
  }
}
