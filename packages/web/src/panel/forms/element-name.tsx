import type { DiagramElement } from '../../canvas/services.ts'
import { TextField } from '../fields/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import classes from '../panel.module.css'
import { textOf } from '../scope/model.ts'
import { panelWords as words } from '../words.ts'

/** The name of an element, which is its label on the canvas. */
export const ElementName = ({ element }: { readonly element: DiagramElement }) => {
  const { modeler } = usePanel()
  return (
    <div className={classes.block}>
      <TextField
        label={words.name}
        value={textOf(element.businessObject, 'name') ?? ''}
        isMultiline={false}
        write={(name) => {
          if (modeler.get('elementRegistry').get(element.id) !== element) return
          modeler.get('modeling').updateProperties(element, { name: name || undefined })
        }}
      />
    </div>
  )
}
