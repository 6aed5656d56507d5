import { Button } from '@mantine/core'
import type { Incident } from '@tenon/orchestration'
import { requestWords } from '../words.ts'
import type { Repair } from './repair.ts'
import { RetryButton } from './retry-button.tsx'
import classes from './step-failure.module.css'

const words = requestWords.failure

interface StepFailureProps {
  readonly incident: Incident
  readonly repair: Repair
  /** How the element is called. */
  readonly name: string
  readonly onChangeVariables: () => void
}

/** Why a step stopped, and what can be done about it. */
export const StepFailure = ({ incident, repair, name, onChangeVariables }: StepFailureProps) => (
  <div className={classes.failure} role="group" aria-label={words.title(name)}>
    <p className={classes.reason}>{incident.errorMessage}</p>
    {repair.tooLate.length > 0 && (
      <p className={classes.reason}>{words.tooLate(repair.tooLate, repair.variables)}</p>
    )}
    <div className={classes.repair}>
      <RetryButton processInstanceKey={incident.processInstanceKey} incidents={[incident]} />
      <Button size="compact-sm" variant="default" onClick={onChangeVariables}>
        {words.changeVariables}
      </Button>
    </div>
  </div>
)
