import type { ElementInstance, Incident, Variable } from '@tenon/orchestration'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { describeFailure } from '../../api/failure.ts'
import { FailureNotice } from '../../parts/failure-notice.tsx'
import { LoadingRows } from '../../parts/loading-rows.tsx'
import { requestWords } from '../words.ts'
import { Facts } from './facts.tsx'
import { inOrder } from './in-order.ts'
import type { ModelElement } from './model-elements.ts'
import { jobsOfPassQuery, namedVariablesQuery, variablesQuery } from './queries.ts'
import { developerFacts, jobFacts, passFacts } from './step-facts.ts'
import classes from './timeline.module.css'
import type { Repair } from './repair.ts'
import type { Asked } from './use-selection.ts'
import { useWhenAsked } from './use-when-asked.ts'
import { VariableList } from './variables/variable-list.tsx'

const words = requestWords.details

interface StepDetailsProps {
  readonly pass: ElementInstance
  readonly incident: Incident | undefined
  readonly repair: Repair | undefined
  /** What the model says of the element. */
  readonly element: ModelElement | undefined
  readonly asked: Asked | undefined
  /** Epoch milliseconds. */
  readonly now: number
}

/** What is known of one pass through an element: how it went, what it gave, its variables. */
export const StepDetails = ({ pass, incident, repair, element, asked, now }: StepDetailsProps) => {
  const { processInstanceKey, elementInstanceKey } = pass
  const jobs = useQuery({
    ...jobsOfPassQuery(processInstanceKey, elementInstanceKey),
    enabled: pass.type === 'SERVICE_TASK',
  })
  const variables = useQuery(variablesQuery(processInstanceKey, elementInstanceKey))
  const error = jobs.error ?? variables.error
  const items = variables.data?.items ?? noVariables
  const own = items.length > 0 && (
    <OwnVariables {...{ pass, element, repair, asked }} variables={items} />
  )
  return (
    <div className={classes.details}>
      {incident !== undefined && own}
      <Facts facts={passFacts(pass, now)} />
      {jobs.data?.map((job) => (
        <Facts key={job.jobKey} facts={jobFacts(job, element?.attemptsMax, incident)} />
      ))}
      <Result pass={pass} element={element} />
      {incident === undefined && own}
      {variables.isPending && <LoadingRows label={words.loading} />}
      {error !== null && (
        <FailureNotice failure={describeFailure(error, location.origin)} isStale={false} />
      )}
      <details className={classes.folded}>
        <summary>{words.developers}</summary>
        <Facts facts={developerFacts(pass, jobs.data?.[0])} />
      </details>
    </div>
  )
}

const noVariables = [] as const

interface OwnVariablesProps extends Pick<
  StepDetailsProps,
  'pass' | 'element' | 'repair' | 'asked'
> {
  readonly variables: readonly Variable[]
}

/** Those in which the mistake is come first, by themselves. */
const OwnVariables = ({ pass, element, repair, asked, variables }: OwnVariablesProps) => {
  const place = useRef<HTMLDivElement>(null)
  const part = { part: 'variables', key: pass.elementInstanceKey } as const
  useWhenAsked(asked, part, () => place.current?.focus({ preventScroll: true }))
  const ordered = inOrder(variables, element?.inputs ?? none)
  const named = new Set(repair?.of === 'step' ? repair.variables : none)
  const wrong = ordered.filter(({ name }) => named.has(name))
  const others = ordered.filter(({ name }) => !named.has(name))
  const isChangeable = pass.state === 'ACTIVE'
  return (
    <div ref={place} className={classes.inputs} tabIndex={-1}>
      <h3 className={classes.heading}>{words.inputs}</h3>
      {wrong.length === 0 ? (
        <VariableList variables={others} isChangeable={isChangeable} />
      ) : (
        <>
          <VariableList variables={wrong} isChangeable={isChangeable} asked={asked} />
          {others.length > 0 && (
            <details className={classes.folded}>
              <summary>{words.otherInputs(others.length)}</summary>
              <VariableList variables={others} isChangeable={isChangeable} />
            </details>
          )}
        </>
      )}
    </div>
  )
}

const none = [] as const

/** The variables of the Request that the step has written, with their values of now. */
const Result = ({ pass, element }: Pick<StepDetailsProps, 'pass' | 'element'>) => {
  const names = element?.results ?? none
  const { data } = useQuery({
    ...namedVariablesQuery(pass.processInstanceKey, names),
    enabled: names.length > 0 && pass.state === 'COMPLETED',
  })
  if (data === undefined || data.length === 0) return null
  return (
    <div>
      <h3 className={classes.heading}>{words.result}</h3>
      <p className={classes.quiet}>{words.resultNote}</p>
      <VariableList variables={inOrder(data, names)} />
    </div>
  )
}
