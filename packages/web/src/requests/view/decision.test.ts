import type { ElementType } from '@tenon/orchestration'
import { describe, expect, it } from 'vitest'
import { decision } from './decision.ts'

const types = new Map<string, ElementType>([
  ['gateway', 'EXCLUSIVE_GATEWAY'],
  ['split', 'PARALLEL_GATEWAY'],
])

const typeOf = (id: string): ElementType => types.get(id) ?? 'SERVICE_TASK'

const passes = (...ids: readonly string[]) =>
  ids.map((elementId) => ({ elementId, type: typeOf(elementId), state: 'COMPLETED' }) as const)

/** Elements by their id, with those that follow each. */
const model = (flows: Readonly<Record<string, readonly string[]>>) => {
  const targets = Object.values(flows).flat()
  return new Map(
    Object.entries(flows).map(([id, next]) => [
      id,
      {
        type: typeOf(id),
        called: id.toUpperCase(),
        next,
        incomingCount: targets.filter((target) => target === id).length,
      },
    ]),
  )
}

describe('decision', () => {
  it('is the element that was entered right after the gateway', () => {
    const elements = model({ gateway: ['deliver', 'order'], deliver: [], order: ['gateway'] })
    const loop = passes('gateway', 'order', 'gateway', 'deliver')

    expect(decision(loop, 0, elements)).toBe('ORDER')
    expect(decision(loop, 1, elements)).toBeUndefined()
    expect(decision(loop, 2, elements)).toBe('DELIVER')
  })

  it('is not told while the gateway waits, or before anything was entered', () => {
    const elements = model({ gateway: ['deliver', 'order'], deliver: [], order: [] })
    const waiting = passes('gateway', 'deliver').map(
      (pass) => ({ ...pass, state: 'ACTIVE' }) as const,
    )

    expect(decision(passes('gateway'), 0, elements)).toBeUndefined()
    expect(decision(passes('gateway', 'deliver'), 0, undefined)).toBeUndefined()
    expect(decision(waiting, 0, elements)).toBeUndefined()
  })

  it('is not told where another flow or path may have led there', () => {
    const twice = model({ gateway: ['deliver', 'deliver'], deliver: [] })
    const beside = { gateway: ['deliver', 'order'], deliver: [], order: [] }
    const joined = model({ split: ['gateway', 'deliver'], ...beside })
    const apart = model({ split: ['gateway', 'other'], other: [], ...beside })

    expect(decision(passes('gateway', 'deliver'), 0, twice)).toBeUndefined()
    expect(decision(passes('gateway', 'deliver'), 0, joined)).toBeUndefined()
    expect(decision(passes('gateway', 'other', 'deliver'), 0, apart)).toBeUndefined()
    expect(decision(passes('gateway', 'deliver'), 0, apart)).toBe('DELIVER')
  })

  it('is none where a gateway only joins', () => {
    const elements = model({ gateway: ['deliver'], deliver: [] })

    expect(decision(passes('gateway', 'deliver'), 0, elements)).toBeUndefined()
  })
})
