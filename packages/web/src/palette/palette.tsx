import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ActionFailure } from '../parts/action-failure.tsx'
import { Icon } from '../parts/icon.tsx'
import { matchEntries } from './match-entries.ts'
import classes from './palette.module.css'
import { useEntries } from './use-entries.ts'
import { paletteWords } from './words.ts'

interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Reaches every page, model, Request and action by typing. */
export const Palette = ({ isOpen, onClose }: PaletteProps) => (
  <Modal.Root opened={isOpen} onClose={onClose} size={560} yOffset="12dvh">
    <Modal.Overlay />
    <Modal.Content aria-label={paletteWords.label}>
      <Search onClose={onClose} />
    </Modal.Content>
  </Modal.Root>
)

const Search = ({ onClose }: Pick<PaletteProps, 'onClose'>) => {
  const [text, setText] = useState('')
  const { entries, isFailed } = useEntries()
  const found = matchEntries(entries, text)
  const combobox = useCombobox({ opened: true })
  const { selectFirstOption } = combobox
  // Enter takes the first of what is found, as it is found.
  const shown = found.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (shown !== '') selectFirstOption()
  }, [selectFirstOption, shown])
  const choice = useMutation({
    mutationFn: async (id: string) => found.find((entry) => entry.id === id)?.choose(),
    onSuccess: onClose,
  })
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        choice.mutate(id)
      }}
    >
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          classNames={{ input: classes.input ?? '' }}
          variant="unstyled"
          size="lg"
          role="combobox"
          aria-expanded
          aria-controls={combobox.listId ?? undefined}
          aria-autocomplete="list"
          aria-label={paletteWords.label}
          placeholder={paletteWords.placeholder}
          leftSection={<Icon name="search" />}
          value={text}
          data-autofocus
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
          }}
          onKeyDown={({ key }) => {
            // The combobox takes it for a list that would close.
            if (key === 'Escape') onClose()
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.options} aria-label={paletteWords.label}>
        {found.map(({ id, label, hint, icon }) => (
          <Combobox.Option className={classes.option ?? ''} key={id} value={id}>
            <Icon name={icon} />
            <span className={classes.label}>{label}</span>
            <span className={classes.hint}>{hint}</span>
          </Combobox.Option>
        ))}
        {found.length === 0 && <Combobox.Empty>{paletteWords.empty}</Combobox.Empty>}
      </Combobox.Options>
      {choice.error !== null && <ActionFailure what={paletteWords.notDone} error={choice.error} />}
      {isFailed && <p className={classes.note}>{paletteWords.failed}</p>}
    </Combobox>
  )
}
