import { useState, type KeyboardEvent } from 'react'
import { modelerWords } from '../words.ts'
import classes from './head.module.css'

interface ModelNameProps {
  readonly name: string
  readonly rename: (name: string) => void
}

/** As many characters as the server takes. */
const lengthMax = 200

/** A name that is written where it stands: Enter keeps it, Escape takes it back. */
export const ModelName = ({ name, rename }: ModelNameProps) => {
  const [text, setText] = useState<string>()
  const keep = () => {
    const changed = text?.trim() ?? ''
    setText(undefined)
    if (changed !== '' && changed !== name) rename(changed)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key !== 'Escape') return
    setText(undefined)
    // The field is left with the old name in it, so that nothing is kept.
    const field = event.currentTarget
    queueMicrotask(() => field.blur())
  }
  return (
    <h1 className={classes.title}>
      <input
        className={classes.name}
        aria-label={modelerWords.name}
        title={name}
        value={text ?? name}
        maxLength={lengthMax}
        spellCheck={false}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={keep}
        onKeyDown={press}
      />
    </h1>
  )
}
