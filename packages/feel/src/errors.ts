/** What can go wrong with FEEL, by code: what happened and what to do about it. */
export const feelErrors = {
  FEEL_SYNTAX: 'The text is not FEEL. Correct it at the place shown.',
  FEEL_UNSUPPORTED: 'The expression uses a part of FEEL that Tenon does not have. Do without it.',
  FEEL_EVALUATION: 'The expression cannot be evaluated with these variables. Check both.',
  FEEL_LIMIT:
    'The expression is too long or too deep, or takes more than 1,000,000 steps or 16 MB. Make it do less.',
} as const

export type FeelErrorCode = keyof typeof feelErrors

/** An expression that was refused or failed. */
export class FeelError extends Error {
  override readonly name = 'FeelError'
  readonly code: FeelErrorCode
  /** Offset into the expression, where it is known. */
  readonly position: number | undefined
  constructor(code: FeelErrorCode, message: string, position?: number) {
    super(message)
    this.code = code
    this.position = position
  }
}
