import { expect, it } from 'vitest'
import { quantile, spread } from './statistics.ts'

it('takes quantiles of sorted values', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  expect(quantile(values, 0.5)).toBe(6)
  expect(quantile(values, 0.99)).toBe(10)
  expect(quantile([], 0.5)).toBeNaN()
})

it('gives the lowest, the middle and the highest of runs in any order', () => {
  expect(spread([30, 10, 50, 20, 40])).toEqual({ low: 10, median: 30, high: 50 })
})
