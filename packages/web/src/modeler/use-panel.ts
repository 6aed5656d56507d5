import { useCallback, useEffect, useState } from 'react'
import type { CanvasEvents, TenonModeler } from '../canvas/services.ts'

export interface Panel {
  readonly isOpen: boolean
  readonly open: () => void
  readonly toggle: () => void
}

/** Where the panel is a sheet over half of the window; the same number stands in the style sheet. */
const narrow = '(max-width: 899px)'

/** Beside a diagram the panel is open; below it, once something is selected. */
export const usePanel = (modeler: TenonModeler): Panel => {
  const [isOpen, setOpen] = useState(() => !matchMedia(narrow).matches)
  const open = useCallback(() => setOpen(true), [])
  useEffect(() => {
    const selected = ({ newSelection }: CanvasEvents['selection.changed']) => {
      if (matchMedia(narrow).matches) setOpen(newSelection.length > 0)
    }
    modeler.get('eventBus').on('selection.changed', selected)
    return () => modeler.get('eventBus').off('selection.changed', selected)
  }, [modeler])
  return { isOpen, open, toggle: () => setOpen(!isOpen) }
}
