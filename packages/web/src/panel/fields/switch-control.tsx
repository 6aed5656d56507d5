import { Switch } from '@mantine/core'
import type { FieldIds } from './field-frame.tsx'

interface SwitchControlProps extends FieldIds {
  readonly isOn: boolean
  readonly isReadOnly?: boolean
  readonly onSwitch: (isOn: boolean) => void
}

/** Yes or no. */
export const SwitchControl = (props: SwitchControlProps) => (
  <Switch
    size="sm"
    withThumbIndicator={false}
    checked={props.isOn}
    disabled={props.isReadOnly === true}
    aria-labelledby={props.labelledBy}
    aria-describedby={props.describedBy}
    onChange={(event) => props.onSwitch(event.currentTarget.checked)}
  />
)
