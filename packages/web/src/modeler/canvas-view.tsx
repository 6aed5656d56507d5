import { useEffect, useRef, type ReactNode } from 'react'
import { showAll } from '../canvas/show-all.ts'
import type { TenonModeler } from '../canvas/services.ts'
import { writePendingEdits } from '../panel/fields/pending-edits.ts'
import classes from './modeler.module.css'
import { modelerWords } from './words.ts'
import { ZoomControls } from './zoom-controls.tsx'

interface CanvasViewProps {
  readonly modeler: TenonModeler
  /** What lies over the diagram, above. */
  readonly children: ReactNode
}

/** The diagram. */
export const CanvasView = ({ modeler, children }: CanvasViewProps) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = place
    if (current === null) return undefined
    modeler.attachTo(current)
    showAll(modeler)
    selectOnlyStep(modeler)
    const resizing = new ResizeObserver(() => keepInView(modeler))
    resizing.observe(current)
    return () => {
      resizing.disconnect()
      modeler.detach()
    }
  }, [modeler])
  // Were a field written only when a press on the diagram leaves it, what is drawn anew would lose
  // that press.
  return (
    <section
      className={classes.canvas}
      aria-label={modelerWords.canvas}
      onPointerMoveCapture={writePendingEdits}
    >
      <div className={classes.diagram} ref={place} />
      <div className={classes.notes}>{children}</div>
      <ZoomControls modeler={modeler} />
    </section>
  )
}

/** In a model that has nothing but a start, what to do next opens beside it. */
const selectOnlyStep = (modeler: TenonModeler): void => {
  const [step, ...others] = modeler
    .get('elementRegistry')
    .getAll()
    .filter(
      ({ businessObject, type }) => type !== 'label' && businessObject.$instanceOf('bpmn:FlowNode'),
    )
  if (step !== undefined && others.length === 0) modeler.get('selection').select(step)
}

/** A panel or drawer that opens takes room from the diagram; what is selected stays visible. */
const keepInView = (modeler: TenonModeler): void => {
  const canvas = modeler.get('canvas')
  const [selected] = modeler.get('selection').get()
  canvas.resized()
  if (selected !== undefined) canvas.scrollToElement(selected)
}
