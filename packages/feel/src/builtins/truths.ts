import { FeelError } from '../errors.ts'
import { binary, ternary, unary, type Builtin } from './builtin.ts'
import { any, boolean } from './parameters.ts'
import type { Value } from '../value.ts'

const defaultCause = 'The condition is not fulfilled'

/** Fails the whole expression, wherever it stands. */
const assertion = (value: Value, condition: Value, cause: Value): Value => {
  if (condition === true) return value
  const shown = typeof cause === 'string' ? cause : defaultCause
  throw new FeelError('FEEL_EVALUATION', `The assertion failed: ${shown}`)
}

export const truths: readonly Builtin[] = [
  unary('not', boolean('negand'), (negand) => !negand),
  unary('is defined', any('value'), (value) => value !== null),
  binary('get or else', [any('value'), any('default')], (value, otherwise) => value ?? otherwise),
  binary('assert', [any('value'), any('condition')], (value, condition) =>
    assertion(value, condition, defaultCause),
  ),
  ternary('assert', [any('value'), any('condition'), any('cause')], ([value, condition, cause]) =>
    assertion(value, condition, cause),
  ),
]
