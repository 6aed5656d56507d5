import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { progressByElement } from './element-progress.ts'

const pass = (
  elementId: string,
  state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED',
  hasIncident = false,
) => ({ elementId, state, hasIncident }) as const

describe('progressByElement', () => {
  it('counts the passes of each element by where they stand', () => {
    const progress = progressByElement([
      pass('start', 'COMPLETED'),
      pass('call', 'COMPLETED'),
      pass('call', 'COMPLETED'),
      pass('call', 'ACTIVE'),
      pass('call', 'ACTIVE', true),
      pass('wait', 'TERMINATED'),
    ])

    expect([...progress]).toEqual([
      ['start', { running: 0, completed: 1, cancelled: 0, incident: 0 }],
      ['call', { running: 1, completed: 2, cancelled: 0, incident: 1 }],
      ['wait', { running: 0, completed: 0, cancelled: 1, incident: 0 }],
    ])
  })

  it('counts each pass once, whatever their order', () => {
    const passes = fc.array(
      fc.record({
        elementId: fc.constantFrom('a', 'b', '__proto__'),
        state: fc.constantFrom('ACTIVE', 'COMPLETED', 'TERMINATED'),
        hasIncident: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(passes, (instances) => {
        const counts = [...progressByElement(instances).values()].flatMap((each) =>
          Object.values(each),
        )
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(instances.length)
        expect(progressByElement(instances.toReversed())).toEqual(progressByElement(instances))
      }),
    )
  })
})
