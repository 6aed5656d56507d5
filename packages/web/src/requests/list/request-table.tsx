import { Checkbox } from '@mantine/core'
import type { ProcessInstance } from '@tenon/orchestration'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import table from '../../parts/table.module.css'
import { useNow } from '../../time/use-now.ts'
import { requestWords } from '../words.ts'
import { shownSort, type ListFilter, type SortField } from './list-filter.ts'
import { incidentsOfQuery } from './queries.ts'
import { RequestRows } from './request-rows.tsx'
import classes from './request-table.module.css'
import type { Selected } from './use-selected.ts'

const words = requestWords.list.columns

interface RequestTableProps {
  readonly items: readonly ProcessInstance[]
  readonly filter: ListFilter
  readonly selected: Selected
  readonly onSort: (field: SortField) => void
}

export const RequestTable = ({ items, filter, selected, onSort }: RequestTableProps) => {
  const now = useNow(items.some(({ state }) => state === 'ACTIVE') ? 1_000 : undefined)
  const failing = items.filter(({ hasIncident, state }) => hasIncident && state === 'ACTIVE')
  const keys = failing.map(({ processInstanceKey }) => processInstanceKey)
  const incidents = useQuery({ ...incidentsOfQuery(keys), placeholderData: keepPreviousData }).data
  return (
    <table className={table.table}>
      <TableHead filter={filter} selected={selected} onSort={onSort} />
      <tbody>
        {items.map((request) => (
          <RequestRows
            key={request.processInstanceKey}
            request={request}
            incidents={incidents?.get(request.processInstanceKey) ?? []}
            now={now}
            isSelected={selected.has(request.processInstanceKey)}
            onSelect={(isSelected) => selected.set(request.processInstanceKey, isSelected)}
          />
        ))}
      </tbody>
    </table>
  )
}

const TableHead = ({ filter, selected, onSort }: Omit<RequestTableProps, 'items'>) => {
  const sorted = shownSort(filter)
  return (
    <thead>
      <tr>
        <th scope="col">
          <Checkbox
            size="xs"
            aria-label={requestWords.selection.all}
            checked={selected.isAll}
            indeterminate={selected.requests.length > 0 && !selected.isAll}
            onChange={({ currentTarget }) => selected.setAll(currentTarget.checked)}
          />
        </th>
        {(['process', 'state', 'started'] as const).map((field) => (
          <SortedColumn
            key={field}
            field={field}
            order={sorted.field === field ? sorted.order : undefined}
            onSort={onSort}
          />
        ))}
        <th scope="col" className={`${table.number} ${classes.took}`}>
          {words.took}
        </th>
      </tr>
    </thead>
  )
}

interface SortedColumnProps {
  readonly field: SortField
  readonly order: 'asc' | 'desc' | undefined
  readonly onSort: (field: SortField) => void
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const
const arrows = { asc: 'M8 12V4M4.5 7.5L8 4l3.5 3.5', desc: 'M8 4v8M4.5 8.5L8 12l3.5-3.5' } as const

const SortedColumn = ({ field, order, onSort }: SortedColumnProps) => (
  <th scope="col" data-column={field} aria-sort={order === undefined ? undefined : ariaSort[order]}>
    <button type="button" className={classes.sort} onClick={() => onSort(field)}>
      {words[field]}
      {order !== undefined && (
        <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
          <path d={arrows[order]} fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      )}
    </button>
  </th>
)
