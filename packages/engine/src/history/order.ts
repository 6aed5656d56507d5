import { entities, type Entity, type Sort } from '@tenon/orchestration'
import { searchField } from './search-fields.ts'

/** One term of an order, with the SQL of its value. */
export interface Term {
  readonly field: string
  readonly value: string
  readonly order: Sort['order']
}

/** Ends with the key, so that no two rows are equal. Throws `INVALID_ARGUMENT`. */
export const totalOrder = (entity: Entity, sort: readonly Sort[]): readonly Term[] => {
  const key = Object.keys(entities[entity])[0] ?? ''
  const first = sort.findIndex(({ field }) => field === key)
  // Nothing is left to sort after the key.
  const sorts =
    first < 0 ? [...sort, { field: key, order: 'ASC' as const }] : sort.slice(0, first + 1)
  return sorts.map(({ field, order }) => ({
    field,
    order,
    value: searchField(entity, field).sortValue,
  }))
}

/** The same rows from the other end. */
export const reversed = (order: readonly Term[]): readonly Term[] =>
  order.map((term) => ({ ...term, order: term.order === 'ASC' ? 'DESC' : 'ASC' }))
