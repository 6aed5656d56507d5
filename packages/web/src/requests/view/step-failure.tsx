import { Button } from '@mantine/core'
import type { Incident } from '@tenon/orchestration'
import { requestWords } from '../words.ts'
import { RetryButton } from './retry-button.tsx'
import classes from './step-failure.module.css'

const words = requestWords.failure

interface StepFailureProps {
  readonly incident: Incident
  /** How the element is called. */
  readonly name: string
  readonly onChangeVariables: () => void
}

/** Why a step stopped, and what can be done about it. */
export const StepFailure = ({ incident, name, onChangeVariables }: StepFailureProps) => (
  <div className={classes.failure} role="group" aria-label={words.title(name)}>
    <p className={classes.reason}>{incident.errorMessage}</p>
    <div className={classes.repair}>
      <RetryButton processInstanceKey={incident.processInstanceKey} incidents={[incident]} />
      <Button size="compact-sm" variant="default" onClick={onChangeVariables}>
        {words.changeVariables}
      </Button>
    </div>
  </div>
)
