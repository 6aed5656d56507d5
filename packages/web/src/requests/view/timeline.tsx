import { Button } from '@mantine/core'
import type { ElementInstance, Incident, ProcessInstance } from '@tenon/orchestration'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { LoadingRows } from '../../parts/loading-rows.tsx'
import { Section } from '../../parts/section.tsx'
import { useNow } from '../../time/use-now.ts'
import { requestWords } from '../words.ts'
import { decision } from './decision.ts'
import { passesMax, type Passes } from './load-passes.ts'
import { openJobsQuery } from './queries.ts'
import { around, includes, latest, withEarlier, withLater, type ShownRange } from './shown-range.ts'
import { TimelineStep } from './timeline-step.tsx'
import classes from './timeline.module.css'
import { useElements, type Elements } from './use-elements.ts'
import type { Selection } from './use-selection.ts'

const words = requestWords.timeline
const number = new Intl.NumberFormat('en')

interface TimelineProps {
  readonly request: ProcessInstance
  readonly passes: Passes | undefined
  readonly incidents: readonly Incident[]
  readonly selection: Selection
}

/** What the Request did, as sentences, in the order it began. */
export const Timeline = ({ passes, ...props }: TimelineProps) => {
  const elements = useElements(props.request)
  return (
    <Section
      title={words.title}
      note={passes && words.steps(number.format(passes.items.length) + (passes.isCut ? '+' : ''))}
    >
      {passes === undefined && <LoadingRows label={words.loading} />}
      {passes?.items.length === 0 && <p className={classes.note}>{words.empty}</p>}
      {passes?.isCut === true && (
        <p className={classes.note}>{words.cut(number.format(passesMax))}</p>
      )}
      {passes !== undefined && (
        <NotReached items={passes.items} elements={elements} selection={props.selection} />
      )}
      {passes !== undefined && passes.items.length > 0 && (
        <Steps items={passes.items} elements={elements} {...props} />
      )}
    </Section>
  )
}

interface StepsProps extends Omit<TimelineProps, 'passes'> {
  readonly items: readonly ElementInstance[]
  readonly elements: Elements | undefined
}

const Steps = ({ items, elements, request, incidents, selection }: StepsProps) => {
  const [asked, setAsked] = useState<ShownRange>()
  const isRunning = request.state === 'ACTIVE'
  const now = useNow(isRunning ? 1_000 : undefined)
  const jobs = useQuery({ ...openJobsQuery(request.processInstanceKey), enabled: isRunning }).data
  const incidentOf = new Map(incidents.map((incident) => [incident.elementInstanceKey, incident]))
  const range = rangeOf(asked, items, selection)
  const { from, to = items.length } = range
  return (
    <>
      {from > 0 && <More onClick={() => setAsked(withEarlier(range))}>{words.earlier}</More>}
      <ol className={classes.steps} start={from + 1}>
        {items.slice(from, to).map((pass, at) => (
          <TimelineStep
            key={pass.elementInstanceKey}
            pass={pass}
            job={jobs?.get(pass.elementInstanceKey)}
            incident={incidentOf.get(pass.elementInstanceKey)}
            element={elements?.get(pass.elementId)}
            decision={decision(items, from + at, elements)}
            selection={selection}
            now={now}
          />
        ))}
      </ol>
      {to < items.length && (
        <More onClick={() => setAsked(withLater(range, items.length))}>{words.later}</More>
      )}
    </>
  )
}

/** That which was asked for, but always one in which the opened step is. */
const rangeOf = (
  asked: ShownRange | undefined,
  items: readonly ElementInstance[],
  { step }: Selection,
): ShownRange => {
  const range = asked ?? latest(items.length)
  const index = items.findIndex(({ elementInstanceKey }) => elementInstanceKey === step)
  return index === -1 || includes(range, index) ? range : around(index, items.length)
}

interface MoreProps {
  readonly onClick: () => void
  readonly children: ReactNode
}

const More = ({ onClick, children }: MoreProps) => (
  <div className={classes.more}>
    <Button size="compact-sm" variant="subtle" onClick={onClick}>
      {children}
    </Button>
  </div>
)

interface NotReachedProps {
  readonly items: readonly ElementInstance[]
  readonly elements: Elements | undefined
  readonly selection: Selection
}

/** An element that is selected on the map and has no step: those that have show it themselves. */
const NotReached = ({ items, elements, selection }: NotReachedProps) => {
  const { element, clear } = selection
  if (element === undefined || items.some(({ elementId }) => elementId === element)) return null
  return (
    <div className={classes.selected} role="status">
      {words.notReached(elements?.get(element)?.called ?? element)}
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        {words.clear}
      </Button>
    </div>
  )
}
