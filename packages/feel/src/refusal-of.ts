import { compile } from './compile.ts'
import { FeelError } from './errors.ts'

/** Why an expression (without the leading `=`) cannot be compiled, in words; null when it can. */
export const refusalOf = (source: string): string | null => {
  try {
    compile(source)
    return null
  } catch (error) {
    if (error instanceof FeelError) return error.message
    throw error
  }
}
