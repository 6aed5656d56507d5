import { useState } from 'react'
import { afterPress } from './after-press.ts'
import { FieldFrame } from './field-frame.tsx'
import { TextControl } from './text-control.tsx'
import { useDraft } from './use-draft.ts'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly write: (text: string) => void
  readonly description?: string
  readonly placeholder?: string
  /** What is wrong with a text; such a text is not written. */
  readonly check?: (text: string) => string | undefined
  readonly isMultiline?: boolean
}

/** A plain text of the model, such as a name. */
export const TextField = ({ label, value, write, check, ...rest }: TextFieldProps) => {
  const { text, type, settle } = useDraft(value, write, {
    isFit: (typed) => check?.(typed) === undefined,
  })
  const [isLeft, setLeft] = useState(false)
  const problem = check?.(text)
  return (
    <FieldFrame label={label} description={rest.description} problem={isLeft ? problem : undefined}>
      {(ids) => (
        <TextControl
          {...ids}
          text={text}
          onType={type}
          onLeave={() => {
            afterPress(() => setLeft(true))
            settle()
          }}
          isMultiline={rest.isMultiline === true}
          placeholder={rest.placeholder}
        />
      )}
    </FieldFrame>
  )
}
