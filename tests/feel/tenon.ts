import { randomUUID } from 'node:crypto'
import {
  compile,
  FeelError,
  toJson,
  type Environment,
  type Expression,
  type Value,
} from '@tenon/feel'
import type { Json } from '@tenon/orchestration'
import { evaluated, failed, refused, type Outcome } from './outcome.ts'
import { clock, variables } from './surroundings.ts'

/** What our evaluator makes of an expression. Throws what is no FeelError: that is a defect. */
export const askTenon = (source: string): Outcome => {
  const compiled = attempt(() => compile(source))
  if (compiled instanceof FeelError) return refused(described(compiled))
  const result = attempt(() => evaluate(compiled))
  return result instanceof FeelError ? failed(described(result)) : evaluated(result)
}

const environment: Environment = {
  now: Date.parse(clock),
  random: Math.random,
  uuid: randomUUID,
}

const evaluate = (expression: Expression): Json => toJson(expression.evaluate(read, environment))

const read = (name: string): Value | undefined =>
  Object.hasOwn(variables, name) ? variables[name] : undefined

const attempt = <Result>(action: () => Result): Result | FeelError => {
  try {
    return action()
  } catch (error) {
    if (error instanceof FeelError) return error
    throw error
  }
}

const described = ({ code, message }: FeelError): string => `${code} ${message}`
