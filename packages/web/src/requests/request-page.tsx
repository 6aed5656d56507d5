import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ProcessInstance } from '@tenon/orchestration'
import { describeFailure } from '../api/failure.ts'
import { RefusedError } from '../api/refused-error.ts'
import { FailureNotice } from '../parts/failure-notice.tsx'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { Message } from '../parts/message.tsx'
import { Page } from '../parts/page.tsx'
import { usePageTitle } from '../parts/page-title.ts'
import classes from './request-page.module.css'
import { MapSection } from './view/map-section.tsx'
import { incidentsQuery, passesQuery, requestQuery } from './view/queries.ts'
import { RequestHead } from './view/request-head.tsx'
import { Timeline } from './view/timeline.tsx'
import { useSelection } from './view/use-selection.ts'
import { VariablesSection } from './view/variables/variables-section.tsx'
import { requestWords } from './words.ts'

/** One Request: what it is, where it stands on the map, what it did and what it knows. */
export const RequestPage = () => {
  const { processInstanceKey } = useParams({ from: '/requests/$processInstanceKey' })
  const { data: request, error } = useQuery(requestQuery(processInstanceKey))
  usePageTitle(isMissing(error) ? requestWords.notFound.title : titleOf(request))
  if (isMissing(error)) return <NotFound processInstanceKey={processInstanceKey} />
  return (
    <>
      {request === undefined && (
        <Page>
          {error === null ? (
            <LoadingRows label={requestWords.head.loading} />
          ) : (
            <Failure error={error} isStale={false} />
          )}
        </Page>
      )}
      {request !== undefined && (
        <RequestView key={processInstanceKey} request={request} error={error} />
      )}
    </>
  )
}

const titleOf = (request: ProcessInstance | undefined): string | undefined =>
  request?.processDefinitionName ?? request?.processDefinitionId

/** A key that is none is refused as such. */
const isMissing = (error: Error | null): boolean =>
  error instanceof RefusedError && [400, 404].includes(error.status)

interface RequestViewProps {
  readonly request: ProcessInstance
  /** Why what is shown may be old. */
  readonly error: Error | null
}

const noIncidents = [] as const
const noPasses = [] as const

const RequestView = ({ request, error }: RequestViewProps) => {
  const queries = useQueryClient()
  const { processInstanceKey } = request
  const passes = useQuery(passesQuery(processInstanceKey, queries))
  const incidents = useQuery(incidentsQuery(processInstanceKey))
  const selection = useSelection(passes.data?.items ?? noPasses)
  const failure = error ?? passes.error ?? incidents.error
  const progress = { request, passes: passes.data, incidents: incidents.data ?? noIncidents }
  return (
    <div className={classes.page}>
      <RequestHead request={request} incidents={progress.incidents} />
      {failure !== null && <Failure error={failure} isStale={passes.isSuccess} />}
      <div className={classes.parts}>
        <MapSection {...progress} selection={selection} />
        <div className={classes.side}>
          <Timeline {...progress} selection={selection} />
          <VariablesSection request={request} asked={selection.asked} />
        </div>
      </div>
    </div>
  )
}

const Failure = ({ error, isStale }: { readonly error: Error; readonly isStale: boolean }) => (
  <FailureNotice failure={describeFailure(error, location.origin)} isStale={isStale} />
)

const NotFound = ({ processInstanceKey }: { readonly processInstanceKey: string }) => (
  <Message
    title={requestWords.notFound.title}
    text={requestWords.notFound.text(processInstanceKey)}
  >
    <Button renderRoot={(props) => <Link to="/requests" {...props} />}>
      {requestWords.notFound.next}
    </Button>
  </Message>
)
