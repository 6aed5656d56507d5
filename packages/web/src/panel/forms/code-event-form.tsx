import type { Change, ModdleElement } from '@tenon/templates'
import type { DiagramElement } from '../../canvas/services.ts'
import { TextField } from '../fields/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import classes from '../panel.module.css'
import { textOf } from '../scope/model.ts'
import { panelWords } from '../words.ts'
import { codeKindOf, referToCode, rootOf, type CodeKind } from './code-reference.ts'

interface CodeEventFormProps {
  readonly element: DiagramElement
  readonly kind: CodeKind
}

/** Whether an event throws or catches by a code. */
export const hasCodeForm = ({ businessObject }: DiagramElement): boolean =>
  codeKindOf(businessObject) !== undefined

/** Which error or escalation an event throws or catches. */
export const CodeEventForm = ({ element }: { readonly element: DiagramElement }) => {
  const kind = codeKindOf(element.businessObject)
  return kind === undefined ? null : <CodeFields element={element} kind={kind} />
}

const CodeFields = ({ element, kind }: CodeEventFormProps) => {
  const { modeler } = usePanel()
  const event = element.businessObject
  const root = rootOf(event, kind)
  const words = panelWords[kind.what]
  const run = (changes: readonly Change[]) => modeler.get('templateCommands').run(element, changes)
  return (
    <div className={classes.block}>
      <TextField
        label={words.code}
        description={isThrown(event) ? words.throwHelp : words.catchHelp}
        value={(root && textOf(root, kind.code)) ?? ''}
        write={(code) => run(referToCode(event, kind, code.trim()))}
      />
      {root !== undefined && (
        <TextField
          label={words.name}
          value={textOf(root, 'name') ?? ''}
          write={(name) => run([{ element: root, properties: { name: name || undefined } }])}
        />
      )}
    </div>
  )
}

const isThrown = (event: ModdleElement): boolean => event.$instanceOf('bpmn:ThrowEvent')
