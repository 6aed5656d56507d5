import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseListFilter, shownSort, sortedBy, toSearch, type ListFilter } from './list-filter.ts'

const processes = [
  { processDefinitionId: 'invoice', name: 'Invoice approval' },
  { processDefinitionId: 'payment', name: 'Payment of an order' },
  { processDefinitionId: 'order', name: null },
]

const filterOf = (filter: ListFilter) => toSearch(filter, processes)?.filter

describe('parseListFilter', () => {
  it('reads what an address says', () => {
    const search = {
      state: 'incident',
      process: 'order',
      text: 'pay',
      sort: 'state',
      order: 'desc',
    }

    expect(parseListFilter(search)).toEqual(search)
  })

  it('leaves out what is not known', () => {
    const search = { state: 'gone', process: '', text: {}, sort: 'age', order: 1, other: 'x' }

    expect(parseListFilter(search)).toEqual({})
  })

  it('reads back what it has read', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('state', 'text', 'sort'), fc.jsonValue()),
        (any) => {
          const filter = parseListFilter(any)
          expect(parseListFilter({ ...filter })).toEqual(filter)
        },
      ),
    )
  })
})

describe('toSearch', () => {
  it('asks for all, the newest first', () => {
    expect(toSearch({}, processes)).toEqual({
      filter: {},
      sort: [{ field: 'startDate', order: 'DESC' }],
    })
  })

  it.each([
    ['running', { state: 'ACTIVE', hasIncident: false }],
    ['incident', { state: 'ACTIVE', hasIncident: true }],
    ['completed', { state: 'COMPLETED' }],
    ['cancelled', { state: 'TERMINATED' }],
  ] as const)('asks for those that are %s', (state, expected) => {
    expect(filterOf({ state })).toEqual(expected)
  })

  it('finds processes by part of their name or id, in any case', () => {
    expect(filterOf({ text: ' ORDER ' })).toEqual({
      processDefinitionId: { $in: ['payment', 'order'] },
    })
  })

  it('asks for nothing where no process matches', () => {
    expect(toSearch({ text: 'refund' }, processes)).toBeUndefined()
    expect(toSearch({ text: 'order', process: 'invoice' }, processes)).toBeUndefined()
  })

  it('finds one Request by its key', () => {
    expect(filterOf({ text: '2251799813685249', process: 'order' })).toEqual({
      processInstanceKey: '2251799813685249',
      processDefinitionId: { $in: ['order'] },
    })
  })

  it('sorts those that are equal by their start', () => {
    expect(toSearch({ sort: 'process' }, processes)?.sort).toEqual([
      { field: 'processDefinitionName', order: 'ASC' },
      { field: 'startDate', order: 'DESC' },
    ])
  })
})

describe('sortedBy', () => {
  it('turns round what it is sorted by, and back', () => {
    const turned = sortedBy({ state: 'running' }, 'started')

    expect(turned).toEqual({ state: 'running', order: 'asc' })
    expect(sortedBy(turned, 'started')).toEqual({ state: 'running' })
  })

  it('begins another column in its usual order', () => {
    expect(shownSort(sortedBy({ order: 'asc' }, 'process'))).toEqual({
      field: 'process',
      order: 'asc',
    })
    expect(shownSort(sortedBy({ sort: 'process', order: 'desc' }, 'started'))).toEqual({
      field: 'started',
      order: 'desc',
    })
  })
})
