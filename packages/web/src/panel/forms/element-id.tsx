import type { DiagramElement } from '../../canvas/services.ts'
import { TextField } from '../fields/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import { panelWords as words } from '../words.ts'
import { problemOfId } from './problem-of-id.ts'

/** The id of an element, which must be free. */
export const ElementId = ({ element }: { readonly element: DiagramElement }) => {
  const { modeler } = usePanel()
  const isTaken = (id: string) => modeler.get('elementRegistry').get(id) !== undefined
  return (
    <TextField
      label={words.id}
      value={element.id}
      check={(id) => (id === element.id ? undefined : problemOfId(id, isTaken))}
      write={(id) => modeler.get('modeling').updateProperties(element, { id })}
    />
  )
}
