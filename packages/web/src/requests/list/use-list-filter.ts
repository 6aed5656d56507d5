import { useNavigate, useSearch } from '@tanstack/react-router'
import { parseListFilter, type ListFilter } from './list-filter.ts'

/** The filter that stands in the address. */
export const useListFilter = () => {
  const filter = useSearch({ from: '/requests' })
  const navigate = useNavigate({ from: '/requests' })
  const set = (search: ListFilter) => {
    void navigate({ search, replace: true })
  }
  return {
    filter,
    set,
    /** Changes a part of it; what is empty is left out. */
    change: (changed: Partial<Record<keyof ListFilter, string>>) =>
      set(parseListFilter({ ...filter, ...changed })),
  }
}
