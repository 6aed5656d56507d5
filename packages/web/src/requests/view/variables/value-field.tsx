import { Textarea } from '@mantine/core'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import classes from './variables.module.css'

interface ValueFieldProps {
  readonly ref?: RefObject<HTMLTextAreaElement | null>
  /** A label that is seen, or one that is only heard. */
  readonly label?: string
  readonly 'aria-label'?: string
  readonly description?: ReactNode
  readonly problem: string | undefined
  readonly value: string
  readonly isReadOnly: boolean
  readonly onChange: (value: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The value of a variable as JSON text. */
export const ValueField = ({ problem, isReadOnly, onChange, ...field }: ValueFieldProps) => (
  <Textarea
    {...field}
    classNames={{ input: classes.text ?? '' }}
    error={problem}
    readOnly={isReadOnly}
    autosize
    minRows={2}
    maxRows={16}
    spellCheck={false}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
)
