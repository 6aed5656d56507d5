import { compile, FeelError } from '@tenon/feel'
import type { Evaluate } from './definition.ts'

/** A text as the modeler writes it. An older Tenon may have accepted what this one cannot read. */
export const compileText = (text: string): Evaluate => {
  if (!text.startsWith('=')) return () => text
  try {
    const expression = compile(text.slice(1))
    return (variables, environment) => expression.evaluate(variables, environment)
  } catch (error) {
    if (error instanceof FeelError) return () => null
    throw error
  }
}
