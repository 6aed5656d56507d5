import { FeelError } from '../errors.ts'
import { binary, ternary, unary, type Builtin } from './builtin.ts'
import { any, boolean, text } from './parameters.ts'
import type { Value } from '../value.ts'

/** Fails the whole expression, wherever it stands. */
const assertion = (value: Value, condition: Value, cause: string): Value => {
  if (condition === true) return value
  throw new FeelError('FEEL_EVALUATION', `The assertion failed: ${cause}`)
}

export const truths: readonly Builtin[] = [
  unary('not', boolean('negand'), (negand) => !negand),
  unary('is defined', any('value'), (value) => value !== null),
  binary('get or else', [any('value'), any('default')], (value, otherwise) => value ?? otherwise),
  binary('assert', [any('value'), any('condition')], (value, condition) =>
    assertion(value, condition, 'The condition is not fulfilled'),
  ),
  ternary('assert', [any('value'), any('condition'), text('cause')], ([value, condition, cause]) =>
    assertion(value, condition, cause),
  ),
]
