import { ActionIcon } from '@mantine/core'
import { useEffect } from 'react'
import { CheckIcon, CloseIcon, ProblemIcon } from '../icons.tsx'
import { modelerWords } from '../words.ts'
import classes from './note-bar.module.css'

/** What became of something that was asked for, in a sentence. */
export interface Note {
  readonly kind: 'done' | 'refused'
  readonly what: string
  readonly why?: string
}

interface NoteBarProps {
  readonly note: Note
  readonly dismiss: () => void
}

const shownMs = 6_000

/** Over the diagram. What went well goes away by itself. */
export const NoteBar = ({ note, dismiss }: NoteBarProps) => {
  const { kind, what, why } = note
  useEffect(() => {
    if (note.kind === 'refused') return undefined
    const timer = setTimeout(dismiss, shownMs)
    return () => clearTimeout(timer)
  }, [note, dismiss])
  return (
    <div className={classes.note} data-kind={kind} role={kind === 'refused' ? 'alert' : 'status'}>
      {kind === 'refused' ? <ProblemIcon /> : <CheckIcon />}
      <span className={classes.text}>
        <strong>{kind === 'refused' ? `${what}.` : what}</strong> {why}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={modelerWords.dismiss}
        onClick={dismiss}
      >
        <CloseIcon />
      </ActionIcon>
    </div>
  )
}
