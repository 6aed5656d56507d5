import { Select } from '@mantine/core'
import { panelWords as words } from '../words.ts'
import type { FieldIds } from './field-frame.tsx'
import classes from './field.module.css'

export interface Choice {
  readonly label: string
  readonly value: string
}

interface ChoiceControlProps extends FieldIds {
  readonly value: string | undefined
  readonly choices: readonly Choice[]
  /** Whether nothing may be chosen. */
  readonly isOptional: boolean
  readonly isReadOnly?: boolean
  readonly onChoose: (value: string | undefined) => void
  readonly onLeave: () => void
}

/** With more choices than this, one searches. */
const searchFrom = 10

/** One of several. A value that is no longer offered stays until another is chosen. */
export const ChoiceControl = (props: ChoiceControlProps) => (
  <Select
    {...{ withAria: false }}
    classNames={{ input: classes.choice }}
    aria-labelledby={props.labelledBy}
    aria-describedby={props.describedBy}
    aria-invalid={props.isInvalid}
    data={[...offered(props)]}
    value={props.value ?? null}
    onChange={(value) => props.onChoose(value ?? undefined)}
    onBlur={props.onLeave}
    error={props.isInvalid}
    readOnly={props.isReadOnly === true}
    placeholder={words.field.choose}
    searchable={props.choices.length > searchFrom}
    nothingFoundMessage={words.field.nothingFound}
    allowDeselect={false}
    clearable={props.isOptional}
    checkIconPosition="right"
    maxDropdownHeight={280}
  />
)

const offered = ({ choices, value }: ChoiceControlProps): readonly Choice[] =>
  value === undefined || value === '' || choices.some((choice) => choice.value === value)
    ? choices
    : [...choices, { value, label: words.field.unknownChoice(value) }]
