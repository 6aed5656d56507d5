import type { ElementInstance, Incident, JobSearchResult } from '@tenon/orchestration'
import { useQuery } from '@tanstack/react-query'
import { describeFailure } from '../../api/failure.ts'
import { FailureNotice } from '../../parts/failure-notice.tsx'
import { LoadingRows } from '../../parts/loading-rows.tsx'
import { requestWords } from '../words.ts'
import { Facts, type Fact } from './facts.tsx'
import { jobsOfPassQuery, variablesQuery } from './queries.ts'
import classes from './timeline.module.css'
import { VariableList } from './variable-list.tsx'

const words = requestWords.details
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' })

interface StepDetailsProps {
  readonly pass: ElementInstance
  readonly incident: Incident | undefined
  readonly attemptsMax: number | undefined
}

/** What is known of one pass through an element: its job, why it failed, its variables. */
export const StepDetails = ({ pass, incident, attemptsMax }: StepDetailsProps) => {
  const { processInstanceKey, elementInstanceKey } = pass
  const jobs = useQuery({
    ...jobsOfPassQuery(processInstanceKey, elementInstanceKey),
    enabled: pass.type === 'SERVICE_TASK',
  })
  const variables = useQuery(variablesQuery(processInstanceKey, elementInstanceKey))
  const error = jobs.error ?? variables.error
  return (
    <div className={classes.details}>
      <Facts facts={passFacts(pass, incident)} />
      {jobs.data?.map((job) => (
        <Facts key={job.jobKey} facts={jobFacts(job, attemptsMax)} />
      ))}
      {variables.data !== undefined && (
        <div>
          <h3 className={classes.heading}>{words.variables}</h3>
          {variables.data.items.length === 0 ? (
            <p className={classes.quiet}>{words.noVariables}</p>
          ) : (
            <VariableList variables={variables.data.items} />
          )}
        </div>
      )}
      {variables.isPending && <LoadingRows label={words.loading} />}
      {error !== null && (
        <FailureNotice failure={describeFailure(error, location.origin)} isStale={false} />
      )}
    </div>
  )
}

const passFacts = (pass: ElementInstance, incident: Incident | undefined): readonly Fact[] => [
  { name: words.element, value: pass.elementId },
  { name: words.started, value: exact.format(Date.parse(pass.startDate)) },
  {
    name: words.ended,
    value: pass.endDate === null ? null : exact.format(Date.parse(pass.endDate)),
  },
  { name: words.incident, value: incident?.errorMessage },
]

const jobFacts = (job: JobSearchResult, attemptsMax: number | undefined): readonly Fact[] => [
  { name: words.jobType, value: job.type },
  { name: words.jobState, value: words.jobStates[job.state] },
  { name: words.retries, value: String(job.retries) },
  { name: words.attempts, value: attemptsMax?.toString() },
  { name: words.worker, value: job.worker },
  { name: words.errorCode, value: job.errorCode },
  { name: words.error, value: job.errorMessage },
]
