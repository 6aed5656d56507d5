import type { ModelSummary } from '../api/models.ts'
import { sortDefault, type Column, type ListSearch } from './list-search.ts'
import { modelState } from './model-state.ts'

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** What waits for a deployment comes first. */
const stateRanks = { changed: 0, draft: 1, deployed: 2 } as const

const comparers: Readonly<Record<Column, (a: ModelSummary, b: ModelSummary) => number>> = {
  name: (a, b) => names.compare(a.name, b.name),
  state: (a, b) => stateRanks[modelState(a).kind] - stateRanks[modelState(b).kind],
  changed: (a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt),
}

const isColumn = (sort: string): sort is Column => Object.hasOwn(comparers, sort)

/** The models that have the filter in their name, sorted; equal ones in the order given. */
export const arrangeModels = (
  models: readonly ModelSummary[],
  { filter = '', sort = sortDefault }: ListSearch,
): readonly ModelSummary[] => {
  const wanted = filter.trim().toLowerCase()
  const found = models.filter(({ name }) => name.toLowerCase().includes(wanted))
  if (isColumn(sort)) return found.toSorted(comparers[sort])
  const column = sort.slice(1)
  if (!isColumn(column)) return found
  const compare = comparers[column]
  return found.toSorted((a, b) => compare(b, a))
}
