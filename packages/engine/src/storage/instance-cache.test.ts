import { beforeEach, describe, expect, it } from 'vitest'
import { InstanceState } from '../core/instance-state.ts'
import { cachedInstancesMax, cachedVariableSizeMax, InstanceCache } from './instance-cache.ts'

let cache: InstanceCache

beforeEach(() => {
  cache = new InstanceCache()
})

const put = (key: number, variableSize = 0): InstanceState => {
  const instance = new InstanceState()
  instance.variableSize = variableSize
  cache.put(key, instance)
  return instance
}

const fill = (count: number): readonly number[] => {
  const keys = Array.from({ length: count }, (_, key) => key)
  for (const key of keys) put(key)
  return keys
}

const kept = (keys: readonly number[]): readonly number[] =>
  keys.filter((key) => cache.get(key) !== undefined)

describe('the instances in memory', () => {
  it('are given back as they are', () => {
    const instance = put(1)

    expect(cache.get(1)).toBe(instance)
    expect(cache.get(2)).toBeUndefined()
  })

  it('stay all until they are trimmed, for one group may use many', () => {
    const keys = fill(cachedInstancesMax + 3)

    expect(kept(keys)).toEqual(keys)
  })

  it('are trimmed to the most that may stay, those used longest ago first', () => {
    const keys = fill(cachedInstancesMax + 3)
    const used = put(1)

    cache.trim()

    expect(kept(keys)).toEqual([1, ...keys.slice(4)])
    expect(cache.get(1)).toBe(used)
  })

  it('are trimmed when their variables are too large together', () => {
    const third = cachedVariableSizeMax / 3
    for (const key of [1, 2, 3, 4]) put(key, third)

    cache.trim()

    expect(kept([1, 2, 3, 4])).toEqual([2, 3, 4])
  })

  it('are counted anew when they are put again, as they change in place', () => {
    put(1)
    const growing = put(2)
    growing.variableSize = cachedVariableSizeMax + 1
    cache.trim()
    expect(kept([1, 2])).toEqual([1, 2])

    cache.put(2, growing)
    put(3)
    cache.trim()

    expect(kept([1, 2, 3])).toEqual([3])
  })

  it('do not count any more when they were dropped', () => {
    const dropped = put(1, cachedVariableSizeMax)
    dropped.variableSize = 0
    cache.drop(1)
    cache.drop(1)
    put(2, cachedVariableSizeMax)

    cache.trim()

    expect(kept([1, 2])).toEqual([2])
  })
})
