import type { Frame } from '../frame.ts'
import type { Value } from '../value.ts'

/** A built-in function of a certain number of parameters. */
export interface Builtin {
  readonly name: string
  /** Their names, by which an expression may also pass them. */
  readonly parameters: readonly string[]
  /** Takes these parameters or more. */
  readonly variadic: boolean
  call(values: readonly Value[], frame: Frame): Value
}

/** A parameter with its type: a value of another type makes the call null, as in Camunda. */
export interface Parameter<Type> {
  readonly name: string
  /** Undefined when the value does not fit. */
  readonly read: (value: Value) => Type | undefined
}

type Read<Type> = Parameter<Type>['read']
const first = <Type>(values: readonly Value[], read: Read<Type>) => read(values[0] ?? null)
const second = <Type>(values: readonly Value[], read: Read<Type>) => read(values[1] ?? null)
const third = <Type>(values: readonly Value[], read: Read<Type>) => read(values[2] ?? null)

export const nullary = (name: string, apply: (frame: Frame) => Value): Builtin => ({
  name,
  parameters: [],
  variadic: false,
  call: (_, frame) => apply(frame),
})

export const unary = <A>(
  name: string,
  parameter: Parameter<A>,
  apply: (a: A, frame: Frame) => Value,
): Builtin => ({
  name,
  parameters: [parameter.name],
  variadic: false,
  call: (values, frame) => {
    const a = first(values, parameter.read)
    return a === undefined ? null : apply(a, frame)
  },
})

export const binary = <A, B>(
  name: string,
  [left, right]: readonly [Parameter<A>, Parameter<B>],
  apply: (a: A, b: B, frame: Frame) => Value,
): Builtin => ({
  name,
  parameters: [left.name, right.name],
  variadic: false,
  call: (values, frame) => {
    const a = first(values, left.read)
    const b = second(values, right.read)
    return a === undefined || b === undefined ? null : apply(a, b, frame)
  },
})

export const ternary = <A, B, C>(
  name: string,
  [left, middle, right]: readonly [Parameter<A>, Parameter<B>, Parameter<C>],
  apply: (values: readonly [A, B, C], frame: Frame) => Value,
): Builtin => ({
  name,
  parameters: [left.name, middle.name, right.name],
  variadic: false,
  call: (values, frame) => {
    const a = first(values, left.read)
    const b = second(values, middle.read)
    const c = third(values, right.read)
    return a === undefined || b === undefined || c === undefined ? null : apply([a, b, c], frame)
  },
})

/** Of at least as many values as it has parameters. */
export const variadic = (
  name: string,
  parameters: readonly string[],
  apply: (values: readonly Value[], frame: Frame) => Value,
): Builtin => ({ name, parameters, variadic: true, call: apply })
