import type { Value } from './value.ts'

/** Where a piece of an expression stands: UTF-16 offsets, the end excluded. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The span of a node that has more to it. */
export const spanOf = ({ from, to }: Span): Span => ({ from, to })

/** An expression, freed of everything that only matters to a parser. */
export type Syntax = Span &
  (
    | { readonly kind: 'literal'; readonly value: Value }
    | { readonly kind: 'name'; readonly name: string }
    /** `?`, what a unary test is about; null outside of one where it is optional. */
    | { readonly kind: 'input'; readonly isOptional: boolean }
    | { readonly kind: 'list'; readonly items: readonly Syntax[] }
    | ConditionalSyntax
    | PathSyntax
    | FilterSyntax
    | NegationSyntax
    | ArithmeticSyntax
    | ComparisonSyntax
    | BetweenSyntax
    | MembershipSyntax
    | LogicSyntax
    | ForSyntax
    | QuantifiedSyntax
    | ContextSyntax
    | RangeSyntax
    | FunctionSyntax
    | CallSyntax
    | InstanceOfSyntax
  )

export interface ConditionalSyntax extends Span {
  readonly kind: 'if'
  readonly condition: Syntax
  readonly whenTrue: Syntax
  readonly otherwise: Syntax
}

export interface PathSyntax extends Span {
  readonly kind: 'path'
  readonly base: Syntax
  readonly name: string
}

export interface FilterSyntax extends Span {
  readonly kind: 'filter'
  readonly base: Syntax
  readonly condition: Syntax
}

export interface NegationSyntax extends Span {
  readonly kind: 'negation'
  readonly operand: Syntax
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**'
export interface ArithmeticSyntax extends Span {
  readonly kind: 'arithmetic'
  readonly operator: ArithmeticOperator
  readonly left: Syntax
  readonly right: Syntax
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='
export interface ComparisonSyntax extends Span {
  readonly kind: 'comparison'
  readonly operator: ComparisonOperator
  readonly left: Syntax
  readonly right: Syntax
}

export interface BetweenSyntax extends Span {
  readonly kind: 'between'
  readonly value: Syntax
  readonly low: Syntax
  readonly high: Syntax
}

export interface MembershipSyntax extends Span {
  readonly kind: 'in'
  readonly value: Syntax
  readonly tests: readonly UnaryTest[]
}

export type UnaryTest =
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly end: Syntax }
  | { readonly kind: 'range'; readonly range: RangeSyntax }
  /** Passes for what it is equal to, and where it can, when it is true by itself. */
  | { readonly kind: 'expression'; readonly expression: Syntax; readonly canBeTrue: boolean }

export interface LogicSyntax extends Span {
  readonly kind: 'and' | 'or'
  readonly left: Syntax
  readonly right: Syntax
}

export interface Iterator {
  readonly name: string
  readonly from: Syntax
  /** Of `from..to`. */
  readonly to: Syntax | undefined
}

export interface ForSyntax extends Span {
  readonly kind: 'for'
  readonly iterators: readonly Iterator[]
  readonly body: Syntax
}

export interface QuantifiedSyntax extends Span {
  readonly kind: 'some' | 'every'
  readonly iterators: readonly Iterator[]
  readonly body: Syntax
}

export interface ContextSyntax extends Span {
  readonly kind: 'context'
  readonly entries: readonly { readonly name: string; readonly value: Syntax }[]
}

export interface RangeSyntax extends Span {
  readonly kind: 'range'
  readonly low: Syntax
  readonly high: Syntax
  readonly lowIncluded: boolean
  readonly highIncluded: boolean
}

export interface FunctionSyntax extends Span {
  readonly kind: 'function'
  readonly parameters: readonly string[]
  readonly body: Syntax
}

export interface CallSyntax extends Span {
  readonly kind: 'call'
  readonly name: string
  /** The names that lead to the context whose function it is: `o` of `o.f(1)`. */
  readonly owner: readonly string[]
  readonly values: readonly Syntax[]
  /** One for each value, when the call names them. */
  readonly names: readonly string[] | undefined
}

export interface InstanceOfSyntax extends Span {
  readonly kind: 'instance of'
  readonly value: Syntax
  /** Any name: a type that nobody knows is one that nothing has. */
  readonly type: string
}
