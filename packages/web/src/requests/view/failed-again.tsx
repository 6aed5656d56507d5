import type { ElementInstance, Incident } from '@tenon/orchestration'
import { useQuery } from '@tanstack/react-query'
import { requestWords } from '../words.ts'
import { repairedCountQuery } from './queries.ts'
import classes from './timeline.module.css'

const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium' })

interface FailedAgainProps {
  readonly pass: ElementInstance
  /** Undefined while it is tried again. */
  readonly incident: Incident | undefined
}

/** Says, also to who only hears the page, that a retry has failed like the attempt before it. */
export const FailedAgain = ({ pass, incident }: FailedAgainProps) => {
  const { data: repairedCount = 0 } = useQuery({
    ...repairedCountQuery(pass.processInstanceKey, pass.elementInstanceKey),
    enabled: incident !== undefined,
  })
  return (
    <p className={classes.again} role="status">
      {incident !== undefined &&
        repairedCount > 0 &&
        requestWords.failure.again(
          time.format(Date.parse(incident.creationTime)),
          repairedCount + 1,
        )}
    </p>
  )
}
