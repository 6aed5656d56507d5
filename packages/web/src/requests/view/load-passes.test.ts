import type { ElementInstance, InstanceState, Page } from '@tenon/orchestration'
import { describe, expect, it } from 'vitest'
import { loadPasses, type PassReader } from './load-passes.ts'

const pass = (key: number, state: InstanceState): ElementInstance => ({
  elementInstanceKey: String(key),
  processInstanceKey: '1',
  processDefinitionKey: '2',
  processDefinitionId: 'order',
  elementId: 'call',
  elementName: null,
  type: 'SERVICE_TASK',
  state,
  hasIncident: false,
  incidentKey: null,
  tenantId: '<default>',
  startDate: '2026-11-22T12:00:00.000Z',
  endDate: null,
  rootProcessInstanceKey: null,
})

const pageOf = (items: readonly ElementInstance[]): Page<ElementInstance> => ({
  items,
  page: {
    totalItems: 0,
    hasMoreTotalItems: false,
    startCursor: null,
    endCursor: items.at(-1)?.elementInstanceKey ?? null,
  },
})

/** A Request whose passes have the keys 1, 2, …, and which remembers from where it was read. */
class Request implements PassReader {
  readonly pageSize = 2
  readonly readFrom: (string | undefined)[] = []
  readonly #states: InstanceState[]
  constructor(...states: InstanceState[]) {
    this.#states = states
  }
  readonly #all = () => this.#states.map((state, index) => pass(index + 1, state))
  readonly readPage = (cursor: string | undefined) => {
    this.readFrom.push(cursor)
    const from = Number(cursor ?? 0)
    return Promise.resolve(pageOf(this.#all().slice(from, from + this.pageSize)))
  }
  readonly readActive = () =>
    Promise.resolve(
      pageOf(
        this.#all()
          .filter(({ state }) => state === 'ACTIVE')
          .toReversed(),
      ),
    )
  become(...states: InstanceState[]) {
    this.#states.splice(0, Infinity, ...states)
    this.readFrom.splice(0)
  }
}

const statesOf = ({ items }: { readonly items: readonly ElementInstance[] }) =>
  items.map(({ state }) => state)

describe('loadPasses', () => {
  it('reads to the last page', async () => {
    const request = new Request('COMPLETED', 'COMPLETED', 'COMPLETED', 'ACTIVE', 'ACTIVE')

    const passes = await loadPasses(request)

    expect(passes.items.map(({ elementInstanceKey }) => elementInstanceKey)).toEqual([
      ...['1', '2', '3', '4', '5'],
    ])
    expect(passes.isCut).toBe(false)
  })

  it('ends at a page that is full and the last', async () => {
    const request = new Request('COMPLETED', 'COMPLETED')

    expect((await loadPasses(request)).items).toHaveLength(2)
  })

  it('does not read again what has ended', async () => {
    const request = new Request('COMPLETED', 'COMPLETED', 'COMPLETED', 'ACTIVE', 'COMPLETED')
    const before = await loadPasses(request)

    request.become('COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'ACTIVE')
    const after = await loadPasses(request, before)

    expect(request.readFrom).toEqual(['2', '4', '6'])
    expect(statesOf(after)).toEqual([
      ...['COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'ACTIVE'],
    ])
  })

  it('goes on behind a last page that is not full', async () => {
    const request = new Request('COMPLETED')
    const before = await loadPasses(request)

    request.become('COMPLETED', 'ACTIVE')
    const after = await loadPasses(request, before)

    expect(request.readFrom).toEqual(['1'])
    expect(statesOf(after)).toEqual(['COMPLETED', 'ACTIVE'])
  })

  it('says when it is cut, and knows those at work even so', async () => {
    const request = new Request('COMPLETED', 'ACTIVE', 'COMPLETED', 'COMPLETED', 'ACTIVE')

    const passes = await loadPasses(request, undefined, 2)

    expect(passes.isCut).toBe(true)
    expect(passes.items.map(({ elementInstanceKey }) => elementInstanceKey)).toEqual([
      '1',
      '2',
      '5',
    ])
  })

  it('keeps what is settled of a cut one, and still follows those at work', async () => {
    const request = new Request('COMPLETED', 'COMPLETED', 'ACTIVE')
    const before = await loadPasses(request, undefined, 2)

    request.become('COMPLETED', 'COMPLETED', 'COMPLETED', 'ACTIVE')
    const after = await loadPasses(request, before, 2)

    expect(request.readFrom).toEqual([])
    expect(after.items.map(({ elementInstanceKey }) => elementInstanceKey)).toEqual(['1', '2', '4'])
  })
})
