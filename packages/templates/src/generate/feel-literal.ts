/** A JSON value as a FEEL expression with its `=`; JSON is FEEL, but for what it says of text. */
export const toFeelLiteral = (value: unknown): string => `=${JSON.stringify(value)}`

/**
 * Text as the attribute of a model holds it: what starts with `=` would be an expression, so it
 * is written as one that gives the text.
 */
export const toModelText = (text: string): string =>
  text.startsWith('=') ? toFeelLiteral(text) : text

/** Any value of a choice, as a model holds it. */
export const toModelValue = (value: unknown): string =>
  typeof value === 'string' ? toModelText(value) : toFeelLiteral(value)
