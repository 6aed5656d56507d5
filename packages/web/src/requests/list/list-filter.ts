import type { WireSearch } from '../../api/search.ts'
import { requestStates, type RequestState } from '../request-state.ts'

/** By what the list can be sorted. */
export const sortFields = ['process', 'state', 'started'] as const
export type SortField = (typeof sortFields)[number]

/** What the address says of which Requests are shown, and in which order. */
export interface ListFilter {
  readonly state?: RequestState
  /** The id of a process definition. */
  readonly process?: string
  /** Part of the name or id of a process, or a process instance key. */
  readonly text?: string
  /** `started` unless given, the newest first. */
  readonly sort?: SortField
  /** That of `sort`. */
  readonly order?: 'asc' | 'desc'
}

/** What is wrong in an address is left out of it. */
export const parseListFilter = (search: Readonly<Record<string, unknown>>): ListFilter => {
  const state = requestStates.find((known) => known === search['state'])
  const sort = sortFields.find((known) => known === search['sort'])
  const order = (['asc', 'desc'] as const).find((known) => known === search['order'])
  const process = textOf(search['process'])
  const text = textOf(search['text'])
  return {
    ...(state && { state }),
    ...(process && { process }),
    ...(text && { text }),
    ...(sort && { sort }),
    ...(order && { order }),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const isFiltered = ({ state, process, text }: ListFilter): boolean =>
  state !== undefined || process !== undefined || text !== undefined

/** A process as the filter finds it by its name. */
export interface NamedProcess {
  readonly processDefinitionId: string
  readonly name: string | null
}

/**
 * The search that the filter means; undefined when no Request can match. Names are compared here,
 * since the server tells upper from lower case.
 */
export const toSearch = (
  filter: ListFilter,
  processes: readonly NamedProcess[],
): Pick<WireSearch, 'filter' | 'sort'> | undefined => {
  const text = filter.text?.trim().toLowerCase() ?? ''
  const ids = isKeyLike(text)
    ? filterIds(filter, undefined)
    : filterIds(filter, matching(text, processes))
  if (ids?.length === 0) return undefined
  return {
    filter: {
      ...(filter.state && stateFilters[filter.state]),
      ...(isKeyLike(text) && { processInstanceKey: text }),
      ...(ids && { processDefinitionId: { $in: ids } }),
    },
    sort: sortOf(filter),
  }
}

/** Keys of Tenon and of Camunda have 16 digits or more. */
const isKeyLike = (text: string): boolean => /^\d{16,19}$/.test(text)

const matching = (
  text: string,
  processes: readonly NamedProcess[],
): readonly string[] | undefined =>
  text === ''
    ? undefined
    : processes
        .filter(({ processDefinitionId, name }) =>
          [processDefinitionId, name ?? ''].some((each) => each.toLowerCase().includes(text)),
        )
        .map(({ processDefinitionId }) => processDefinitionId)

/** The ids of processes that may match; undefined when all may. */
const filterIds = (
  { process }: ListFilter,
  found: readonly string[] | undefined,
): readonly string[] | undefined => {
  if (process === undefined) return found
  return found === undefined || found.includes(process) ? [process] : []
}

const stateFilters = {
  running: { state: 'ACTIVE', hasIncident: false },
  incident: { state: 'ACTIVE', hasIncident: true },
  completed: { state: 'COMPLETED' },
  cancelled: { state: 'TERMINATED' },
} as const satisfies Record<RequestState, object>

const wireFields = {
  process: 'processDefinitionName',
  state: 'state',
  started: 'startDate',
} as const satisfies Record<SortField, string>

/** The newest come first unless told otherwise, also among those that are equal. */
const sortOf = (filter: ListFilter): NonNullable<WireSearch['sort']> => {
  const { field, order } = shownSort(filter)
  const first = { field: wireFields[field], order: order === 'asc' ? 'ASC' : 'DESC' } as const
  return field === 'started' ? [first] : [first, { field: 'startDate', order: 'DESC' }]
}

/** By what the list is sorted. */
export const shownSort = ({
  sort = 'started',
  order,
}: ListFilter): { readonly field: SortField; readonly order: 'asc' | 'desc' } => ({
  field: sort,
  order: order ?? (sort === 'started' ? 'desc' : 'asc'),
})

/** The filter after a press on the head of a column: the other way round where it was sorted so. */
export const sortedBy = (filter: ListFilter, field: SortField): ListFilter => {
  const { sort: _sort, order: _order, ...rest } = filter
  const before = shownSort(filter)
  const usual = shownSort({ sort: field }).order
  const order = before.field === field && before.order === usual ? opposite[usual] : usual
  return {
    ...rest,
    ...(field !== 'started' && { sort: field }),
    ...(order !== usual && { order }),
  }
}

const opposite = { asc: 'desc', desc: 'asc' } as const
