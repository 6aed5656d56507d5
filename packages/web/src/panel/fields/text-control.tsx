import type { FieldIds } from './field-frame.tsx'
import classes from './field.module.css'

interface TextControlProps extends FieldIds {
  readonly text: string
  readonly onType: (text: string) => void
  readonly onLeave: () => void
  readonly isMultiline: boolean
  /** Whether it takes the focus when it appears. */
  readonly takesFocus?: boolean
  readonly isReadOnly?: boolean
  readonly isRequired?: boolean
  readonly placeholder?: string | undefined
  /** Digits come first on the keyboard of a phone. */
  readonly isNumber?: boolean
}

/** A field for plain text, of one line or of as many as are typed. */
export const TextControl = (props: TextControlProps) => {
  const shared = {
    className: classes.input,
    value: props.text,
    placeholder: props.placeholder,
    readOnly: props.isReadOnly,
    // It replaces the editor in which the person was.
    autoFocus: props.takesFocus === true,
    spellCheck: false,
    'aria-labelledby': props.labelledBy,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.isInvalid,
    'aria-required': props.isRequired,
    onBlur: props.onLeave,
  }
  const { onType } = props
  if (props.isMultiline) {
    return <textarea {...shared} rows={2} onChange={(event) => onType(event.currentTarget.value)} />
  }
  return (
    <input
      {...shared}
      type="text"
      autoComplete="off"
      inputMode={props.isNumber === true ? 'decimal' : undefined}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}
