import type { Field, FieldValue } from '@tenon/templates'
import type { ReactNode } from 'react'
import { panelWords as words } from '../words.ts'
import { ChoiceControl } from './choice-control.tsx'
import { FieldFrame, type FieldIds } from './field-frame.tsx'
import { isMissing } from './field-problem.ts'
import { numberOf, textOf } from './feel-mode.ts'
import { SwitchControl } from './switch-control.tsx'
import { TextControl } from './text-control.tsx'
import { useDraft } from './use-draft.ts'

interface PlainFieldProps {
  readonly field: Field
  readonly showsProblems: boolean
  /** Whether it takes the focus when it appears. */
  readonly takesFocus: boolean
  readonly action: ReactNode
  readonly write: (value: FieldValue) => void
  readonly onLeave: () => void
  /** Takes a text that was begun with `=`; undefined where no expression may stand. */
  readonly toFeel: ((text: string) => void) | undefined
}

/** A field of a template whose value is itself. */
export const PlainField = (props: PlainFieldProps) => {
  const { type } = props.field.property
  if (type === 'Boolean') return <SwitchField {...props} />
  if (type === 'Dropdown') return <ChoiceField {...props} />
  return <TypedField {...props} />
}

const SwitchField = (props: PlainFieldProps) => (
  <FieldFrame {...frameOf(props)} isInline>
    {(ids) => (
      <SwitchControl
        {...ids}
        isOn={props.field.value === true}
        isReadOnly={isReadOnly(props.field)}
        onSwitch={props.write}
      />
    )}
  </FieldFrame>
)

const ChoiceField = (props: PlainFieldProps) => {
  const { value, property } = props.field
  return (
    <FieldFrame {...frameOf(props)}>
      {(ids) => (
        <ChoiceControl
          {...ids}
          value={value === undefined ? undefined : String(value)}
          choices={choicesOf(props.field)}
          isOptional={property.optional === true && property.constraints?.notEmpty !== true}
          isReadOnly={isReadOnly(props.field)}
          onChoose={props.write}
          onLeave={props.onLeave}
        />
      )}
    </FieldFrame>
  )
}

const TypedField = (props: PlainFieldProps) => {
  const { field, toFeel } = props
  const isNumber = field.property.type === 'Number'
  const known = textOf(field.value)
  const { text, type, settle } = useDraft(
    known,
    (typed) => props.write(valueOf(typed, isNumber)),
    isNumber ? numberRules : {},
  )
  const isUnfit = isNumber && isNoNumber(text)
  const problem = isUnfit ? words.field.numberWanted : field.problem
  return (
    <FieldFrame {...frameOf(props)} problem={props.showsProblems ? problem : undefined}>
      {(ids: FieldIds) => (
        <TextControl
          {...ids}
          text={text}
          takesFocus={props.takesFocus}
          isMultiline={field.property.type === 'Text'}
          isNumber={isNumber}
          isReadOnly={isReadOnly(field)}
          isRequired={field.property.constraints?.notEmpty === true}
          placeholder={field.property.placeholder}
          onType={(typed) => {
            if (toFeel === undefined || !typed.startsWith('=')) return type(typed)
            // What waits must not be written over the expression.
            settle()
            toFeel(typed.slice(1))
          }}
          onLeave={() => {
            settle()
            props.onLeave()
          }}
        />
      )}
    </FieldFrame>
  )
}

const numberRules = {
  isFit: (text: string) => !isNoNumber(text),
  means: (text: string, value: string) => textOf(numberOf(text)) === value,
}

const isNoNumber = (text: string): boolean => text.trim() !== '' && numberOf(text) === undefined

const valueOf = (text: string, isNumber: boolean): FieldValue => {
  if (text === '') return undefined
  return isNumber ? numberOf(text) : text
}

const isReadOnly = ({ property }: Field): boolean => property.editable === false

const choicesOf = ({ choices }: Field) => choices.map(({ name, value }) => ({ label: name, value }))

const frameOf = ({
  field: { property, problem, value },
  showsProblems,
  action,
}: PlainFieldProps) => ({
  label: property.label ?? words.field.unnamed,
  description: property.description,
  tooltip: property.tooltip,
  isRequired: isMissing({ property, value }),
  problem: showsProblems ? problem : undefined,
  action,
})
