import { useId } from 'react'
import { Icon } from '../parts/icon.tsx'
import classes from './needed-list.module.css'
import type { NeededVariable } from './needed-variables.ts'
import { isGiven } from './starting-variables.ts'
import { runWords } from './words.ts'

const words = runWords.needed

interface NeededListProps {
  readonly needed: readonly NeededVariable[]
  /** The variables as they are written. */
  readonly given: object
  /** Whether a value is being written. */
  readonly isUnfinished: (path: NeededVariable) => boolean
}

/** Which variables the model reads, and which of them still have no value. */
export const NeededList = ({ needed, given, isUnfinished }: NeededListProps) => {
  const titleId = useId()
  if (needed.length === 0) return <p className={classes.none}>{words.none}</p>
  return (
    <div className={classes.needed}>
      <span id={titleId}>{words.title}</span>
      <ul className={classes.list} aria-labelledby={titleId}>
        {needed.map((path) => (
          <Needed
            key={path.join('.')}
            name={path.join('.')}
            state={isUnfinished(path) ? 'unfinished' : isGiven(given, path) ? 'given' : 'empty'}
          />
        ))}
      </ul>
    </div>
  )
}

interface NeededProps {
  readonly name: string
  readonly state: 'given' | 'unfinished' | 'empty'
}

const Needed = ({ name, state }: NeededProps) => (
  <li className={classes.variable} data-given={state === 'given'}>
    <Icon name={state === 'given' ? 'done' : 'open'} />
    <code className={classes.name}>{name}</code>
    <span className={classes.state}>{words[state]}</span>
  </li>
)
