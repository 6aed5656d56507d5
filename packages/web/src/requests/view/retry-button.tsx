import { Button } from '@mantine/core'
import type { Incident } from '@tenon/orchestration'
import { failureReason } from '../../api/failure.ts'
import { requestWords } from '../words.ts'
import { useRetry } from './use-retry.ts'
import classes from './retry-button.module.css'

const words = requestWords.retry

interface RetryButtonProps {
  readonly processInstanceKey: string
  readonly incidents: readonly Incident[]
  readonly size?: 'compact-sm' | 'compact-md'
}

/** Tries again, and says there what comes of it. */
export const RetryButton = ({
  processInstanceKey,
  incidents,
  size = 'compact-sm',
}: RetryButtonProps) => {
  const retry = useRetry(processInstanceKey)
  return (
    <div className={classes.retry}>
      <Button
        size={size}
        onClick={() => retry.mutate(incidents)}
        loading={retry.isPending}
        aria-label={retry.isPending ? words.running : undefined}
      >
        {incidents.length > 1 ? words.several(incidents.length) : words.one}
      </Button>
      {retry.error !== null && (
        <p className={classes.failure} role="alert">
          {words.failed(failureReason(retry.error, location.origin))}
        </p>
      )}
    </div>
  )
}
