import { useEffect, useState } from 'react'
import type { DiagramElement, TenonModeler } from '../canvas/services.ts'

const events = ['selection.changed', 'elements.changed', 'import.done', 'root.set'] as const

/** What is selected, labels as the elements that they belong to; new after each change of the model. */
export const useSelection = (modeler: TenonModeler): readonly DiagramElement[] => {
  const [selected, setSelected] = useState(() => selectionOf(modeler))
  useEffect(() => {
    const eventBus = modeler.get('eventBus')
    const update = () => setSelected(selectionOf(modeler))
    update()
    eventBus.on(events, update)
    return () => eventBus.off(events, update)
  }, [modeler])
  return selected
}

const selectionOf = (modeler: TenonModeler): readonly DiagramElement[] => [
  ...new Set(
    modeler
      .get('selection')
      .get()
      .map((element) => element.labelTarget ?? element),
  ),
]
