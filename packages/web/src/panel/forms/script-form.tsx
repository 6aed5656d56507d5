import type { Change } from '@tenon/templates'
import { useState } from 'react'
import type { DiagramElement } from '../../canvas/services.ts'
import { afterPress } from '../fields/after-press.ts'
import { ChoiceControl } from '../fields/choice-control.tsx'
import { FeelField } from '../fields/feel-field.tsx'
import { expressionOf, valueOfExpression } from '../fields/feel-mode.ts'
import { FieldFrame } from '../fields/field-frame.tsx'
import { TextField } from '../fields/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import classes from '../panel.module.css'
import { lastStartOf } from '../scope/last-start.ts'
import { extensionsOf, textOf } from '../scope/model.ts'
import { variablesAt } from '../scope/variables-at.ts'
import { panelWords } from '../words.ts'
import { setExtension } from './set-extension.ts'
import { hasJobType, WorkerForm } from './worker-form.tsx'

const words = panelWords.script

const SCRIPT = 'zeebe:Script'
const JOB = 'zeebe:TaskDefinition'

export const hasScriptForm = ({ businessObject }: DiagramElement): boolean =>
  businessObject.$type === 'bpmn:ScriptTask'

/** What a script task computes, or which worker does its script. */
export const ScriptForm = ({ element }: { readonly element: DiagramElement }) => {
  const { modeler } = usePanel()
  const task = element.businessObject
  const isJob = hasJobType(element)
  const choose = (isWorker: boolean) => {
    if (isWorker === isJob) return
    const [type, replaces] = isWorker ? [JOB, SCRIPT] : [SCRIPT, JOB]
    const changes = setExtension(task, { type, properties: {}, replaces })
    modeler.get('templateCommands').run(element, changes)
  }
  return (
    <>
      <div className={classes.block}>
        <FieldFrame label={words.doneBy} problem={undefined}>
          {(ids) => (
            <ChoiceControl
              {...ids}
              value={isJob ? 'worker' : 'expression'}
              choices={[
                { value: 'expression', label: words.byExpression },
                { value: 'worker', label: words.byWorker },
              ]}
              isOptional={false}
              onChoose={(value) => choose(value === 'worker')}
              onLeave={() => undefined}
            />
          )}
        </FieldFrame>
      </div>
      {isJob ? <WorkerForm element={element} /> : <ExpressionFields element={element} />}
    </>
  )
}

const ExpressionFields = ({ element }: { readonly element: DiagramElement }) => {
  const { modeler } = usePanel()
  const [isTouched, setTouched] = useState(false)
  const task = element.businessObject
  const script = extensionsOf(task, SCRIPT)[0]
  const expression = expressionOf(script && textOf(script, 'expression'))
  const run = (changes: readonly Change[]) => modeler.get('templateCommands').run(element, changes)
  const write = (properties: Readonly<Record<string, unknown>>) =>
    run(setExtension(task, { type: SCRIPT, properties }))
  return (
    <div className={classes.block}>
      <FeelField
        label={words.expression}
        description={words.expressionHelp}
        value={expression}
        problem={expression === '' ? words.expressionMissing : undefined}
        showsProblems={isTouched}
        scope={{ variables: variablesAt(task, lastStartOf(task)), functions: [] }}
        isMultiline
        write={(text) => write({ expression: valueOfExpression(text) })}
        onLeave={() => afterPress(() => setTouched(true))}
      />
      <TextField
        label={words.result}
        description={words.resultHelp}
        value={(script && textOf(script, 'resultVariable')) ?? ''}
        check={(text) => (text.trim() === '' ? words.resultMissing : undefined)}
        write={(name) => write({ resultVariable: name.trim() })}
      />
    </div>
  )
}
