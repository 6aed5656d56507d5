import { failureReason } from '../api/failure.ts'
import classes from './failure-notice.module.css'

interface ActionFailureProps {
  /** What did not happen. */
  readonly what: string
  readonly error: Error
}

/** What a person asked for and did not get, and why. */
export const ActionFailure = ({ what, error }: ActionFailureProps) => (
  <div className={classes.notice} role="alert">
    <strong className={classes.what}>{what}</strong>
    <p className={classes.line}>{failureReason(error, location.origin)}</p>
  </div>
)
