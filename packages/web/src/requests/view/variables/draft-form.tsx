import { Button } from '@mantine/core'
import { useRef, type ReactNode } from 'react'
import { ActionFailure } from '../../../parts/action-failure.tsx'
import { requestWords } from '../../words.ts'
import { useKeptInView } from './use-kept-in-view.ts'
import classes from './variables.module.css'

const words = requestWords.variables

interface DraftFormProps {
  readonly label: string
  readonly isSaving: boolean
  /** Why it was not saved. */
  readonly error: Error | null
  readonly onSave: () => void
  readonly onCancel: () => void
  /** The fields. */
  readonly children: ReactNode
}

/** What is typed of a variable. */
export const DraftForm = ({ label, isSaving, error, children, ...on }: DraftFormProps) => {
  const form = useRef<HTMLFormElement>(null)
  useKeptInView(form)
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSaving) on.onSave()
      }}
    >
      {children}
      {error !== null && <ActionFailure what={words.notSaved} error={error} />}
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={isSaving} title="Ctrl+Enter">
          {words.save}
        </Button>
        <Button size="compact-sm" variant="default" disabled={isSaving} onClick={on.onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
