import type { Incident, ProcessInstance } from '@tenon/orchestration'
import table from '../parts/table.module.css'
import { Ago } from '../time/ago.tsx'
import { words } from '../words.ts'
import classes from './request-rows.module.css'
import { requestState } from './request-state.ts'
import { StateLabel } from './state-label.tsx'

interface RequestRowsProps {
  readonly request: ProcessInstance
  readonly incidents: readonly Incident[]
  readonly now: number
}

/** A Request and, below it, why it stopped. */
export const RequestRows = ({ request, incidents, now }: RequestRowsProps) => {
  const state = requestState(request)
  return (
    <>
      <tr>
        <th scope="row">
          <span className={table.name}>
            {request.processDefinitionName ?? request.processDefinitionId}
          </span>
          <span className={`${table.quiet} ${table.digits}`}>{request.processInstanceKey}</span>
        </th>
        <td>
          <StateLabel state={state} />
        </td>
        <td className={table.time}>
          <Ago moment={request.startDate} now={now} />
        </td>
      </tr>
      {state === 'incident' && incidents[0] !== undefined && (
        <IncidentRow incident={incidents[0]} others={incidents.length - 1} />
      )}
    </>
  )
}

interface IncidentRowProps {
  readonly incident: Incident
  /** How many more the Request has. */
  readonly others: number
}

const IncidentRow = ({ incident, others }: IncidentRowProps) => (
  <tr className={table.continuation}>
    <td colSpan={3}>
      <div className={classes.message}>
        <span className={classes.place}>{words.requests.failedAt(incident.elementId)}</span>
        {incident.errorMessage}
        {others > 0 && <span className={table.quiet}>{words.requests.moreIncidents(others)}</span>}
      </div>
    </td>
  </tr>
)
