import { compile, FeelError } from '@tenon/feel'

/** What is wrong with an expression, and from which offset to which. */
export interface SyntaxProblem {
  readonly from: number
  readonly to: number
  readonly message: string
}

/** The engine's own opinion of an expression without its `=`; nothing is no problem. */
export const syntaxProblem = (text: string): SyntaxProblem | undefined => {
  if (text.trim() === '') return undefined
  try {
    compile(text)
    return undefined
  } catch (error) {
    if (!(error instanceof FeelError)) throw error
    return { ...markedPlace(text, error.position ?? 0), message: error.message }
  }
}

/** The word at a place; at the end of the text, the last one, so that there is something to see. */
const markedPlace = (text: string, position: number): { from: number; to: number } => {
  const [word = ''] = /^(?:[\p{L}\p{N}_]+|\S)/u.exec(text.slice(position)) ?? []
  if (word !== '') return { from: position, to: position + word.length }
  const before = text.slice(0, position).trimEnd()
  const [last = ''] = /(?:[\p{L}\p{N}_]+|\S)$/u.exec(before) ?? []
  return { from: before.length - last.length, to: before.length }
}
