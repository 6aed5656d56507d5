import { Chip, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { requestStates } from '../request-state.ts'
import { requestWords } from '../words.ts'
import classes from './filter-bar.module.css'
import type { ListFilter, NamedProcess } from './list-filter.ts'

const words = requestWords.list.filter
const typingMs = 200
const any = ''
const look = {
  size: 'xs',
  radius: 'sm',
  variant: 'outline',
  classNames: { label: classes.state ?? '' },
} as const

interface FilterBarProps {
  readonly filter: ListFilter
  readonly processes: readonly NamedProcess[]
  readonly onChange: (changed: Partial<Record<keyof ListFilter, string>>) => void
}

/** Which Requests are shown. */
export const FilterBar = ({ filter, processes, onChange }: FilterBarProps) => (
  <div className={classes.bar} role="search" aria-label={words.title}>
    <TextFilter text={filter.text ?? ''} onChange={(text) => onChange({ text })} />
    <NativeSelect
      className={classes.process}
      aria-label={words.process}
      value={filter.process ?? any}
      data={[{ value: any, label: words.anyProcess }, ...processes.map(option)]}
      onChange={({ currentTarget }) => onChange({ process: currentTarget.value })}
    />
    <Chip.Group value={filter.state ?? any} onChange={(state) => onChange({ state })}>
      <div className={classes.states} role="radiogroup" aria-label={words.state}>
        <Chip value={any} {...look}>
          {words.anyState}
        </Chip>
        {requestStates.map((state) => (
          <Chip key={state} value={state} {...look}>
            {requestWords.states[state]}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  </div>
)

const option = ({ processDefinitionId, name }: NamedProcess) => ({
  value: processDefinitionId,
  label: name ?? processDefinitionId,
})

interface TextFilterProps {
  readonly text: string
  readonly onChange: (text: string) => void
}

/** Keeps what is typed, and passes it on when typing rests. */
const TextFilter = ({ text, onChange }: TextFilterProps) => {
  const [typed, setTyped] = useState(text)
  const [known, setKnown] = useState(text)
  const pass = useDebouncedCallback((value: string) => {
    setKnown(value.trim())
    onChange(value.trim())
  }, typingMs)
  // The address changed by itself, as by going back.
  if (text !== known) {
    setKnown(text)
    setTyped(text)
  }
  return (
    <TextInput
      className={classes.text}
      type="search"
      aria-label={words.text}
      placeholder={words.text}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        pass(currentTarget.value)
      }}
    />
  )
}
