import { Checkbox } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Incident, ProcessInstance } from '@tenon/orchestration'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import table from '../../parts/table.module.css'
import { Ago } from '../../time/ago.tsx'
import { durationOf } from '../duration.ts'
import { requestState } from '../request-state.ts'
import { StateLabel } from '../state-label.tsx'
import { requestWords } from '../words.ts'
import { elementNamesQuery } from './queries.ts'
import classes from './request-rows.module.css'

const words = requestWords.list

interface RequestRowsProps {
  readonly request: ProcessInstance
  readonly incidents: readonly Incident[]
  readonly now: number
  readonly isSelected: boolean
  readonly onSelect: (isSelected: boolean) => void
}

/** A Request and, below it, why it stopped. */
export const RequestRows = ({ request, incidents, ...row }: RequestRowsProps) => {
  const navigate = useNavigate()
  const { processInstanceKey } = request
  const open = ({ target }: MouseEvent) => {
    if (isForItself(target)) return
    void navigate({ to: '/requests/$processInstanceKey', params: { processInstanceKey } })
  }
  const [first] = incidents
  return (
    <>
      <RequestRow request={request} open={open} {...row} />
      {requestState(request) === 'incident' && first !== undefined && (
        <IncidentRow incident={first} others={incidents.length - 1} open={open} />
      )}
    </>
  )
}

/** What does something else when it is pressed, or is being copied. */
const isForItself = (target: EventTarget): boolean =>
  (target instanceof Element && target.closest('a, input, label') !== null) ||
  getSelection()?.isCollapsed === false

type Open = (event: MouseEvent) => void

interface RequestRowProps extends Omit<RequestRowsProps, 'incidents'> {
  readonly open: Open
}

const RequestRow = ({ request, now, isSelected, onSelect, open }: RequestRowProps) => {
  const name = request.processDefinitionName ?? request.processDefinitionId
  const { processInstanceKey } = request
  return (
    <tr className={classes.row} onClick={open}>
      <td className={classes.choice}>
        <Checkbox
          size="xs"
          aria-label={requestWords.selection.one(`${name} ${processInstanceKey}`)}
          checked={isSelected}
          onChange={({ currentTarget }) => onSelect(currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <Link
          className={classes.link}
          to="/requests/$processInstanceKey"
          params={{ processInstanceKey }}
        >
          {name}
        </Link>
        <span className={`${table.quiet} ${table.digits}`}>{processInstanceKey}</span>
        <span className={`${table.quiet} ${classes.below}`}>
          <Ago moment={request.startDate} now={now} />
        </span>
      </th>
      <td>
        <StateLabel state={requestState(request)} />
      </td>
      <td className={`${table.time} ${classes.started}`}>
        <Ago moment={request.startDate} now={now} />
      </td>
      <td className={`${table.number} ${table.time} ${classes.took}`}>
        {durationOf(request, now)}
      </td>
    </tr>
  )
}

interface IncidentRowProps {
  readonly incident: Incident
  /** How many more the Request has. */
  readonly others: number
  readonly open: Open
}

const IncidentRow = ({ incident, others, open }: IncidentRowProps) => {
  const names = useQuery(elementNamesQuery(incident, useQueryClient()))
  const name = names.data?.get(incident.elementId)?.called ?? incident.elementId
  return (
    <tr className={`${table.continuation} ${classes.row}`} onClick={open}>
      <td colSpan={5}>
        <div className={classes.message}>
          <span className={classes.place}>
            {names.isPending ? words.failed : words.failedAt(name)}
          </span>
          <span className={classes.reason} title={incident.errorMessage}>
            {incident.errorMessage}
          </span>
          {others > 0 && <span className={table.quiet}>{words.moreIncidents(others)}</span>}
        </div>
      </td>
    </tr>
  )
}
