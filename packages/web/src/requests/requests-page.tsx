import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { describeFailure } from '../api/failure.ts'
import { FailureNotice } from '../parts/failure-notice.tsx'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { Page } from '../parts/page.tsx'
import { usePageTitle } from '../parts/page-title.ts'
import { countNote } from './list/count-note.ts'
import { FilterBar } from './list/filter-bar.tsx'
import { isFiltered, sortedBy, toSearch, type ListFilter } from './list/list-filter.ts'
import { NoMatch, NoRequests } from './list/no-requests.tsx'
import { processesQuery, requestsQuery } from './list/queries.ts'
import { RequestTable } from './list/request-table.tsx'
import { SelectionBar } from './list/selection-bar.tsx'
import { useListFilter } from './list/use-list-filter.ts'
import { useSelected } from './list/use-selected.ts'
import classes from './requests-page.module.css'
import { requestWords } from './words.ts'

/** All Requests, the newest first unless the address says otherwise. */
export const RequestsPage = () => {
  usePageTitle(requestWords.title)
  const { filter, change, set } = useListFilter()
  const list = useList(filter)
  const selected = useSelected(list.items ?? [])
  return (
    <Page>
      <div className={classes.head}>
        <h1 className={classes.title}>{requestWords.title}</h1>
        {list.note !== undefined && <span className={classes.note}>{list.note}</span>}
      </div>
      {list.error !== null && (
        <FailureNotice
          failure={describeFailure(list.error, location.origin)}
          isStale={list.items !== undefined}
        />
      )}
      <div className={classes.list}>
        <FilterBar filter={filter} processes={list.processes} onChange={change} />
        {(list.items !== undefined || list.error === null) && (
          <div className={classes.found}>
            {list.items === undefined && <LoadingRows label={requestWords.list.loading} />}
            {list.items?.length === 0 &&
              (isFiltered(filter) ? <NoMatch onReset={() => set({})} /> : <NoRequests />)}
            {list.items !== undefined && list.items.length > 0 && (
              <RequestTable
                items={list.items}
                filter={filter}
                selected={selected}
                onSort={(field) => set(sortedBy(filter, field))}
              />
            )}
          </div>
        )}
        {list.more !== undefined && (
          <Button
            className={classes.more}
            variant="default"
            loading={list.isLoadingMore}
            onClick={list.more}
          >
            {requestWords.list.more}
          </Button>
        )}
        <SelectionBar selected={selected} />
      </div>
    </Page>
  )
}

const noProcesses = [] as const

const useList = (filter: ListFilter) => {
  const processes = useQuery(processesQuery())
  const needsProcesses = filter.text !== undefined
  const found = useInfiniteQuery({
    ...requestsQuery(toSearch(filter, processes.data?.items ?? noProcesses)),
    enabled: !needsProcesses || processes.isSuccess,
    placeholderData: keepPreviousData,
  })
  const pages = found.data?.pages
  const items = pages?.flatMap((page) => page.items)
  const last = pages?.at(-1)
  return {
    processes: processes.data?.items ?? noProcesses,
    items,
    note: items && last && countNote({ items, page: last.page }),
    error: found.error ?? processes.error,
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
    isLoadingMore: found.isFetchingNextPage,
  }
}
