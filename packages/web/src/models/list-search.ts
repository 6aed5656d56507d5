/** By what the list of models can be sorted; a `-` before it turns the order round. */
const columns = ['name', 'state', 'changed'] as const
export type Column = (typeof columns)[number]
export type Sort = Column | `-${Column}`

/** What the address says of the list of models. */
export interface ListSearch {
  readonly filter?: string
  /** The newest change first unless given. */
  readonly sort?: Sort
}

export const sortDefault: Sort = '-changed'

const sorts: readonly Sort[] = columns.flatMap((column): Sort[] => [column, `-${column}`])

/** An address may say anything: what is not understood is left out. */
export const parseListSearch = (search: Readonly<Record<string, unknown>>): ListSearch => {
  const sort = sorts.find((each) => each === search['sort'])
  const { filter } = search
  return {
    ...(typeof filter === 'string' && filter !== '' && { filter }),
    ...(sort !== undefined && sort !== sortDefault && { sort }),
  }
}

/** The sort after the head of a column was pressed: dates begin with the newest. */
export const nextSort = (sort: Sort, column: Column): Sort => {
  if (sort === column) return `-${column}`
  if (sort === `-${column}`) return column
  return column === 'changed' ? '-changed' : column
}

/** How a column is sorted, as `aria-sort` says it. */
export const directionOf = (sort: Sort, column: Column): 'ascending' | 'descending' | 'none' => {
  if (sort === column) return 'ascending'
  return sort === `-${column}` ? 'descending' : 'none'
}
