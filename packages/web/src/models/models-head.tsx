import { Button, CloseButton, FileButton, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'
import { Icon } from '../parts/icon.tsx'
import classes from './models-head.module.css'
import { modelsWords } from './words.ts'

interface ModelsHeadProps {
  /** Whether there is nothing to filter yet, and the page itself says how to begin. */
  readonly isEmpty: boolean
  readonly filter: string
  readonly onFilter: (filter: string) => void
  readonly isBusy: boolean
  readonly onCreate: () => void
  readonly onImport: (files: readonly File[]) => void
}

export const ModelsHead = ({ isEmpty, filter, onFilter, isBusy, ...actions }: ModelsHeadProps) => (
  <header className={classes.head}>
    <h1 className={classes.title}>{modelsWords.title}</h1>
    {!isEmpty && <FilterField filter={filter} onFilter={onFilter} />}
    <div className={classes.actions}>
      <FileButton multiple accept=".bpmn,.xml" onChange={actions.onImport}>
        {(props) => (
          <Button
            variant="default"
            leftSection={<Icon name="upload" />}
            disabled={isBusy}
            {...props}
          >
            {modelsWords.import}
          </Button>
        )}
      </FileButton>
      {!isEmpty && (
        <Button leftSection={<Icon name="add" />} disabled={isBusy} onClick={actions.onCreate}>
          {modelsWords.create}
        </Button>
      )}
    </div>
  </header>
)

type FilterFieldProps = Pick<ModelsHeadProps, 'filter' | 'onFilter'>

const FilterField = ({ filter, onFilter }: FilterFieldProps) => {
  const field = useRef<HTMLInputElement>(null)
  const focus = () => field.current?.focus()
  useHotkeys([
    ['/', focus],
    // Where the key is on another one, as on German keyboards.
    ['shift+/', focus],
  ])
  return (
    <TextInput
      className={classes.filter ?? ''}
      ref={field}
      type="search"
      aria-label={modelsWords.filter}
      placeholder={modelsWords.filter}
      leftSection={<Icon name="search" />}
      rightSection={
        filter !== '' && (
          <CloseButton
            size="sm"
            aria-label={modelsWords.showAll}
            onClick={() => {
              onFilter('')
              field.current?.focus()
            }}
          />
        )
      }
      value={filter}
      onChange={({ currentTarget }) => {
        onFilter(currentTarget.value)
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onFilter('')
      }}
    />
  )
}
