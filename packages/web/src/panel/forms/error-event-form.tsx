import type { Change, ModdleElement } from '@tenon/templates'
import type { DiagramElement } from '../../canvas/services.ts'
import { TextField } from '../fields/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import classes from '../panel.module.css'
import { textOf } from '../scope/model.ts'
import { panelWords } from '../words.ts'
import { errorDefinitionOf, errorOf, referToError } from './error-reference.ts'

const words = panelWords.error

/** Whether an event throws or catches an error. */
export const hasErrorForm = ({ businessObject }: DiagramElement): boolean =>
  errorDefinitionOf(businessObject) !== undefined

/** Which error an event throws or catches. */
export const ErrorEventForm = ({ element }: { readonly element: DiagramElement }) => {
  const { modeler } = usePanel()
  const event = element.businessObject
  const error = errorOf(event)
  const run = (changes: readonly Change[]) => modeler.get('templateCommands').run(element, changes)
  return (
    <div className={classes.block}>
      <TextField
        label={words.code}
        description={isThrown(event) ? words.throwHelp : words.catchHelp}
        value={(error && textOf(error, 'errorCode')) ?? ''}
        write={(code) => run(referToError(event, code.trim()))}
      />
      {error !== undefined && (
        <TextField
          label={words.name}
          value={textOf(error, 'name') ?? ''}
          write={(name) => run([{ element: error, properties: { name: name || undefined } }])}
        />
      )}
    </div>
  )
}

const isThrown = (event: ModdleElement): boolean => event.$instanceOf('bpmn:ThrowEvent')
