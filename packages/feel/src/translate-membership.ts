import { equal, equalItems } from './equality.ts'
import type { Code, Frame } from './frame.ts'
import { FunctionValue } from './function-value.ts'
import { Scope, type InputSlots } from './scope.ts'
import type { MembershipSyntax, RangeSyntax, UnaryTest } from './syntax.ts'
import { comparisonOf } from './translate-operators.ts'
import type { Translator } from './translator.ts'
import { isList, type Value } from './value.ts'

/** A unary test of a value that is known; three-valued. */
type Test = (value: Value, frame: Frame) => boolean | null

/** `value in tests`: true when one is; null when none is and one cannot be told. */
export const translateMembership = (
  node: MembershipSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const value = translator.translate(node.value, scope)
  const slots = { value: translator.newSlot(), isAsked: translator.newSlot() }
  const tests = node.tests.map((test) => translateTest(test, slots, scope, translator))
  return (frame) => {
    const found = value(frame)
    // A function is no variable, and what is tested is found as one.
    const input = found instanceof FunctionValue ? null : found
    frame.slots[slots.value] = input
    frame.at = node
    let result: boolean | null = false
    for (const test of tests) {
      const passed = test(input, frame)
      if (passed === true) return true
      if (passed === null) result = null
    }
    return result
  }
}

const translateTest = (
  test: UnaryTest,
  slots: InputSlots,
  scope: Scope,
  translator: Translator,
): Test => {
  switch (test.kind) {
    case 'range':
      return translateRangeTest(test.range, scope, translator)
    case 'comparison': {
      const end = translator.translate(test.end, scope)
      const compare = comparisonOf(test.operator)
      return (value, frame) => compare(value, end(frame), frame)
    }
    case 'expression': {
      const expression = translator.translate(test.expression, Scope.ofTest(scope, slots))
      const compare = test.canBeTrue ? isTrueOrMatches : matches
      return (value, frame) => {
        frame.slots[slots.isAsked] = false
        const found = expression(frame)
        return frame.slots[slots.isAsked] === true ? truthOf(found) : compare(value, found, frame)
      }
    }
  }
}

/** What asks for `?` answers itself, and is not compared. */
const truthOf = (found: Value): boolean | null => (typeof found === 'boolean' ? found : null)

const isTrueOrMatches = (value: Value, found: Value, frame: Frame): boolean | null =>
  typeof found === 'boolean' && typeof value !== 'boolean'
    ? found
    : found === true || matches(value, found, frame)

/** A list matches what it holds, and itself. */
const matches = (value: Value, found: Value, frame: Frame): boolean | null => {
  if (!isList(found)) return equal(value, found, frame)
  if (found.some((item) => equalItems(item, value, frame))) return true
  return isList(value) && equal(value, found, frame) === true
}

const translateRangeTest = (range: RangeSyntax, scope: Scope, translator: Translator): Test => {
  const low = translator.translate(range.low, scope)
  const high = translator.translate(range.high, scope)
  const aboveLow = comparisonOf(range.lowIncluded ? '>=' : '>')
  const belowHigh = comparisonOf(range.highIncluded ? '<=' : '<')
  return (value, frame) => {
    const isAbove = aboveLow(value, low(frame), frame)
    const isBelow = belowHigh(value, high(frame), frame)
    // Unlike with `between`, an end that cannot be compared makes it null in any case.
    return isAbove === null || isBelow === null ? null : isAbove && isBelow
  }
}
