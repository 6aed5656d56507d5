import type { KeyboardEvent } from 'react'

interface DraftActions {
  readonly onSave: () => void
  readonly onCancel: () => void
}

/** In a field that is not saved yet: Ctrl or ⌘ with Enter saves, Escape leaves all as it was. */
export const draftKeys =
  ({ onSave, onCancel }: DraftActions) =>
  (event: KeyboardEvent): void => {
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSave && event.key !== 'Escape') return
    event.preventDefault()
    if (isSave) onSave()
    else onCancel()
  }
