import type { FunctionValue } from '../function-value.ts'
import { size, type Budget } from '../limits.ts'
import type { Value } from '../value.ts'

/**
 * Sorts by a function that says whether one item precedes another. A merge sort of our own, since
 * the order of the questions is part of the result when the answers contradict each other. Null as
 * soon as an answer is neither true nor false.
 */
export const sorted = (
  items: readonly Value[],
  precedes: FunctionValue,
  budget: Budget,
): readonly Value[] | null => {
  if (precedes.parameters.length !== 2) return null
  if (items.length < 2) return items
  budget.spend(items.length)
  budget.produce(items.length * size.item)
  const middle = Math.floor(items.length / 2)
  const left = sorted(items.slice(0, middle), precedes, budget)
  const right = sorted(items.slice(middle), precedes, budget)
  return left === null || right === null ? null : merged(left, right, precedes)
}

const merged = (
  left: readonly Value[],
  right: readonly Value[],
  precedes: FunctionValue,
): readonly Value[] | null => {
  const result: Value[] = []
  let taken = 0
  for (const item of left) {
    for (; taken < right.length; taken++) {
      const next = right[taken] ?? null
      const answer = precedes.invoke([next, item])
      if (typeof answer !== 'boolean') return null
      if (!answer) break
      result.push(next)
    }
    result.push(item)
  }
  return [...result, ...right.slice(taken)]
}
