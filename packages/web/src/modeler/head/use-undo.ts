import { useSyncExternalStore } from 'react'
import type { TenonModeler } from '../../canvas/services.ts'

/** The steps of the modeler back and forth. */
export const useUndo = (modeler: TenonModeler) => {
  const stack = modeler.get('commandStack')
  const subscribe = (listener: () => void) => {
    const events = modeler.get('eventBus')
    events.on('commandStack.changed', listener)
    return () => events.off('commandStack.changed', listener)
  }
  return {
    canUndo: useSyncExternalStore(subscribe, () => stack.canUndo()),
    canRedo: useSyncExternalStore(subscribe, () => stack.canRedo()),
    undo: () => stack.undo(),
    redo: () => stack.redo(),
  }
}
