import type { Incident, Page, ProcessDefinition, ProcessInstance } from '@tenon/orchestration'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { Section } from '../parts/section.tsx'
import table from '../parts/table.module.css'
import { useNow } from '../time/use-now.ts'
import { words } from '../words.ts'
import { countNote } from './count-note.ts'
import { NoRequests } from './no-requests.tsx'
import { RequestRows } from './request-rows.tsx'

const { title, columns, loading } = words.requests

interface RequestsProps {
  /** Newest first; undefined while it is not known. */
  readonly page: Page<ProcessInstance> | undefined
  /** Those that are open, by process instance key. */
  readonly incidents: ReadonlyMap<string, readonly Incident[]>
  /** A process that could be started. */
  readonly example: ProcessDefinition | undefined
}

export const Requests = ({ page, incidents, example }: RequestsProps) => (
  <Section title={title} note={countNote(page)}>
    {page === undefined && <LoadingRows label={loading} />}
    {page?.items.length === 0 && <NoRequests example={example} />}
    {page !== undefined && page.items.length > 0 && (
      <RequestTable items={page.items} incidents={incidents} />
    )}
  </Section>
)

interface RequestTableProps {
  readonly items: readonly ProcessInstance[]
  readonly incidents: RequestsProps['incidents']
}

const RequestTable = ({ items, incidents }: RequestTableProps) => {
  const now = useNow()
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{columns.process}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.started}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((request) => (
          <RequestRows
            key={request.processInstanceKey}
            request={request}
            incidents={incidents.get(request.processInstanceKey) ?? []}
            now={now}
          />
        ))}
      </tbody>
    </table>
  )
}
