import { timingProblem, type TimingKind } from '@tenon/bpmn'
import type { ModdleElement } from '@tenon/templates'
import type { DiagramElement } from '../../canvas/services.ts'
import { syntaxProblem } from '../../feel-editor/syntax-problem.ts'
import { ChoiceControl } from '../fields/choice-control.tsx'
import { FieldFrame } from '../fields/field-frame.tsx'
import { TextField } from '../fields/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import classes from '../panel.module.css'
import { panelWords } from '../words.ts'
import {
  kindsFor,
  setTime,
  timeOf,
  timerDefinitionOf,
  timerKinds,
  type Time,
  type TimerKind,
} from './timer-definition.ts'

const words = panelWords.timer

/** Whether an event waits for a time. */
export const hasTimerForm = ({ businessObject }: DiagramElement): boolean =>
  timerDefinitionOf(businessObject) !== undefined

/** What time a timer event waits for. */
export const TimerEventForm = ({ element }: { readonly element: DiagramElement }) => {
  const { modeler } = usePanel()
  const event = element.businessObject
  const definition = timerDefinitionOf(event)
  if (definition === undefined) return null
  const { kind, text } = timeOf(definition) ?? { kind: firstKind(event), text: '' }
  const write = (time: Time) =>
    modeler.get('templateCommands').run(element, setTime(definition, time))
  return (
    <div className={classes.block}>
      <FieldFrame label={words.kind} problem={undefined}>
        {(ids) => (
          <ChoiceControl
            {...ids}
            value={kind}
            choices={choicesOf(event, kind)}
            isOptional={false}
            onChoose={(chosen) => write({ kind: kindNamed(chosen) ?? kind, text: '' })}
            onLeave={() => undefined}
          />
        )}
      </FieldFrame>
      <TextField
        key={kind}
        label={words.kinds[kind]}
        description={words.help[kind]}
        placeholder={words.examples[kind]}
        value={text}
        check={(typed) => problemOf(kind, typed.trim())}
        write={(typed) => write({ kind, text: typed.trim() })}
      />
    </div>
  )
}

/** What is common: a process starts again and again, and all else waits for a while. */
const firstKind = (event: ModdleElement): TimerKind =>
  event.$instanceOf('bpmn:StartEvent') && kindsFor(event).includes('timeCycle')
    ? 'timeCycle'
    : 'timeDuration'

/** One that is set stays to be seen, also where it may not stand. */
const choicesOf = (event: ModdleElement, kind: TimerKind) =>
  timerKinds
    .filter((value) => value === kind || kindsFor(event).includes(value))
    .map((value) => ({ value, label: words.kinds[value] }))

const kindNamed = (name: string | undefined): TimerKind | undefined =>
  timerKinds.find((kind) => kind === name)

const timings: Readonly<Record<TimerKind, TimingKind>> = {
  timeDuration: 'DURATION',
  timeDate: 'DATE',
  timeCycle: 'CYCLE',
}

const problemOf = (kind: TimerKind, text: string): string | undefined => {
  if (text.startsWith('=')) return syntaxProblem(text.slice(1))?.message
  return text === '' ? words.missing : (timingProblem(timings[kind], text) ?? undefined)
}
