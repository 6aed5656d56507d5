import { equal } from '../equality.ts'
import { FeelError } from '../errors.ts'
import type { Budget } from '../limits.ts'
import { numericOf } from '../numeric.ts'
import { order } from '../order.ts'
import { Range } from '../range.ts'
import { TemporalValue } from '../temporal/temporal-value.ts'
import type { Value } from '../value.ts'
import type { Builtin } from './builtin.ts'

/** An end of a range; a point is an end that belongs to it. */
interface End {
  readonly value: Value
  readonly closed: boolean
}
interface Stretch {
  readonly start: End
  readonly end: End
}

/** How two ends lie to each other: what the relations are made of. */
class Ends {
  readonly #budget: Budget

  constructor(budget: Budget) {
    this.#budget = budget
  }

  isBefore(left: End, right: End): boolean {
    return (order(left.value, right.value, this.#budget) ?? 0) < 0
  }

  isSame(left: End, right: End): boolean {
    return equal(left.value, right.value, this.#budget) === true
  }

  /** The same point, and both include it. */
  isShared(left: End, right: End): boolean {
    return left.closed && right.closed && this.isSame(left, right)
  }

  /** The same point, and both include it or neither does. */
  isEqual(left: End, right: End): boolean {
    return left.closed === right.closed && this.isSame(left, right)
  }

  /** Nothing that one has comes after what the other has. */
  isApart(left: End, right: End): boolean {
    const touch = (!left.closed || !right.closed) && this.isSame(left, right)
    return touch || this.isBefore(left, right)
  }

  /** A start that is not after the other. */
  startsNotAfter(left: End, right: End): boolean {
    return (
      this.isBefore(left, right) || (this.isSame(left, right) && (left.closed || !right.closed))
    )
  }

  /** An end that is not before the other. */
  endsNotBefore(left: End, right: End): boolean {
    return (
      this.isBefore(right, left) || (this.isSame(left, right) && (left.closed || !right.closed))
    )
  }

  covers({ start, end }: Stretch, point: End): boolean {
    const isInside = this.isBefore(start, point) && this.isBefore(point, end)
    return isInside || this.isShared(start, point) || this.isShared(end, point)
  }

  reach(left: End, right: End): boolean {
    return this.isBefore(right, left) || this.isShared(left, right)
  }
}

type Test<A, B> = (left: A, right: B, ends: Ends) => boolean

/** A relation: what it means for each kind of operand, absent where it means nothing. */
interface Relation {
  readonly points?: Test<End, End>
  readonly pointAndRange?: Test<End, Stretch>
  readonly rangeAndPoint?: Test<Stretch, End>
  readonly ranges?: Test<Stretch, Stretch>
  /** The names of the parameters, of each overload. */
  readonly names: readonly (readonly [string, string])[]
}

const points = ['point1', 'point2'] as const
const ranges = ['range1', 'range2'] as const
const pointFirst = ['point', 'range'] as const
const rangeFirst = ['range', 'point'] as const

const strictlyBefore: Test<End, End> = (left, right, ends) => ends.isBefore(left, right)

const includes: Test<Stretch, Stretch> = (left, right, ends) =>
  ends.startsNotAfter(left.start, right.start) && ends.endsNotBefore(left.end, right.end)

const overlapsBefore: Test<Stretch, Stretch> = (left, right, ends) => {
  const startsFirst =
    ends.isBefore(left.start, right.start) ||
    (left.start.closed && !right.start.closed && ends.isSame(left.start, right.start))
  return startsFirst && ends.reach(left.end, right.start) && ends.endsNotBefore(right.end, left.end)
}

const finishes: Test<Stretch, Stretch> = (left, right, ends) =>
  ends.isEqual(left.end, right.end) && ends.startsNotAfter(right.start, left.start)

const starts: Test<Stretch, Stretch> = (left, right, ends) =>
  ends.isEqual(left.start, right.start) && ends.endsNotBefore(right.end, left.end)

const meets: Test<Stretch, Stretch> = (left, right, ends) => ends.isShared(left.end, right.start)

/** The same relation, seen from the other side. */
const flipped =
  <A, B>(test: Test<A, B>): Test<B, A> =>
  (left, right, ends) =>
    test(right, left, ends)

const before: Relation = {
  names: [points, pointFirst, rangeFirst, ranges],
  points: strictlyBefore,
  pointAndRange: (point, { start }, ends) => ends.isApart(point, start),
  rangeAndPoint: ({ end }, point, ends) => ends.isApart(end, point),
  ranges: (left, right, ends) => ends.isApart(left.end, right.start),
}

const relations: Readonly<Record<string, Relation>> = {
  before,
  after: {
    names: before.names,
    points: flipped(strictlyBefore),
    pointAndRange: (point, { end }, ends) => ends.isApart(end, point),
    rangeAndPoint: ({ start }, point, ends) => ends.isApart(point, start),
    ranges: (left, right, ends) => ends.isApart(right.end, left.start),
  },
  meets: { names: [ranges], ranges: meets },
  'met by': { names: [ranges], ranges: flipped(meets) },
  overlaps: {
    names: [ranges],
    ranges: (left, right, ends) =>
      ends.reach(left.end, right.start) && ends.reach(right.end, left.start),
  },
  'overlaps before': { names: [ranges], ranges: overlapsBefore },
  'overlaps after': { names: [ranges], ranges: flipped(overlapsBefore) },
  finishes: {
    names: [pointFirst, ranges],
    pointAndRange: (point, { end }, ends) => ends.isShared(end, point),
    ranges: finishes,
  },
  // Camunda calls the parameters so, although the range comes first.
  'finished by': {
    names: [pointFirst, ranges],
    rangeAndPoint: ({ end }, point, ends) => ends.isShared(end, point),
    ranges: flipped(finishes),
  },
  includes: {
    names: [rangeFirst, ranges],
    rangeAndPoint: (range, point, ends) => ends.covers(range, point),
    ranges: includes,
  },
  during: {
    names: [pointFirst, ranges],
    pointAndRange: (point, range, ends) => ends.covers(range, point),
    ranges: flipped(includes),
  },
  starts: {
    names: [pointFirst, ranges],
    pointAndRange: (point, { start }, ends) => ends.isShared(start, point),
    ranges: starts,
  },
  'started by': {
    names: [rangeFirst, ranges],
    rangeAndPoint: ({ start }, point, ends) => ends.isShared(start, point),
    ranges: flipped(starts),
  },
  coincides: {
    names: [points, ranges],
    points: (left, right, ends) => ends.isSame(left, right),
    // A point is no range, as measured in Camunda.
    pointAndRange: () => false,
    rangeAndPoint: () => false,
    ranges: (left, right, ends) =>
      ends.isEqual(left.start, right.start) && ends.isEqual(left.end, right.end),
  },
}

const isPoint = (value: Value): boolean =>
  value instanceof TemporalValue || numericOf(value) !== undefined

const firstPoint = (value: Value): Value => (value instanceof Range ? value.low : value)

/** Null for what cannot be compared, such as a number and a date, or texts. */
const relate = (
  name: string,
  relation: Relation,
  [left, right]: readonly [Value, Value],
  budget: Budget,
): boolean | null => {
  const [first, second] = [firstPoint(left), firstPoint(right)]
  if (!isPoint(first) || !isPoint(second) || order(first, second, budget) === null) return null
  const test = testOf(relation, left, right)
  if (test !== undefined) return test(new Ends(budget))
  const message = `"${name}" has no meaning for these. Give it ${relation.names.map((names) => names.join(' and ')).join(', or ')}.`
  throw new FeelError('FEEL_EVALUATION', message)
}

const testOf = (
  relation: Relation,
  left: Value,
  right: Value,
): ((ends: Ends) => boolean) | undefined => {
  if (left instanceof Range) {
    return right instanceof Range
      ? bound(relation.ranges, stretchOf(left), stretchOf(right))
      : bound(relation.rangeAndPoint, stretchOf(left), endOf(right))
  }
  return right instanceof Range
    ? bound(relation.pointAndRange, endOf(left), stretchOf(right))
    : bound(relation.points, endOf(left), endOf(right))
}

const bound = <A, B>(
  test: Test<A, B> | undefined,
  left: A,
  right: B,
): ((ends: Ends) => boolean) | undefined =>
  test === undefined ? undefined : (ends) => test(left, right, ends)

const endOf = (value: Value): End => ({ value, closed: true })

const stretchOf = (range: Range): Stretch => ({
  start: { value: range.low, closed: range.lowIncluded },
  end: { value: range.high, closed: range.highIncluded },
})

/** How points and ranges lie to each other: Allen's relations. */
export const rangeFunctions: readonly Builtin[] = Object.entries(relations).flatMap(
  ([name, relation]) =>
    relation.names.map((parameters) => ({
      name,
      parameters,
      variadic: false,
      call: ([left = null, right = null]: readonly Value[], budget: Budget) =>
        relate(name, relation, [left, right], budget),
    })),
)
