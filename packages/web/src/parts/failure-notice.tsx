import type { Failure } from '../api/failure.ts'
import { words } from '../words.ts'
import classes from './failure-notice.module.css'

interface FailureNoticeProps {
  readonly failure: Failure
  /** Whether what was known before is still shown. */
  readonly isStale: boolean
}

/** What failed, why, and what to do now. */
export const FailureNotice = ({ failure, isStale }: FailureNoticeProps) => (
  <div className={classes.notice} role="alert">
    <strong className={classes.what}>{failure.what}</strong>
    <p className={classes.line}>
      {failure.why} {isStale && words.failure.stale}
    </p>
    <p className={classes.line}>{failure.next}</p>
  </div>
)
