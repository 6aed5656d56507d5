import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { nameProblem } from './model-name.ts'
import classes from './model-table.module.css'
import { modelsWords } from './words.ts'

interface NameFieldProps {
  readonly name: string
  /** Answers whether it was saved; when not, the field stays with what was typed. */
  readonly onSave: (name: string) => Promise<boolean>
  readonly onEnd: () => void
}

/** A name while it is changed: Enter and leaving save it, Escape leaves it as it was. */
export const NameField = ({ name, onSave, onEnd }: NameFieldProps) => {
  const [text, setText] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  const hasEnded = useRef(false)
  const problem = nameProblem(text)
  // Not `autofocus`: a menu that closes gives the focus back to its button after that.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.select())
    return () => {
      clearTimeout(timer)
    }
  }, [])
  const end = () => {
    hasEnded.current = true
    onEnd()
  }
  const save = async () => {
    if (hasEnded.current || problem !== undefined) return
    if (text.trim() === name || (await onSave(text.trim()))) end()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Or the browser presses the button to which the focus goes.
    event.preventDefault()
    if (event.key === 'Enter') void save()
    else end()
  }
  return (
    <TextInput
      className={classes.field ?? ''}
      ref={field}
      aria-label={modelsWords.renameOf(name)}
      value={text}
      error={problem}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
      }}
      onKeyDown={press}
      onBlur={() => void save()}
    />
  )
}
