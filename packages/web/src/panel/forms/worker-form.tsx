import type { ModdleElement } from '@tenon/templates'
import type { DiagramElement } from '../../canvas/services.ts'
import { TextField } from '../fields/text-field.tsx'
import { usePanel } from '../panel-context.ts'
import classes from '../panel.module.css'
import { extensionsOf, textOf } from '../scope/model.ts'
import { panelWords } from '../words.ts'
import { offeredFor } from '../connectors/offered-for.ts'
import offer from './worker-form.module.css'
import { setExtension } from './set-extension.ts'

const words = panelWords.task

const jobTypes = new Set(['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'])

/** Whether an element is done by a worker that asks for jobs of a type. */
export const hasWorkerForm = ({ businessObject }: DiagramElement): boolean =>
  jobTypes.has(businessObject.$type) &&
  extensionsOf(businessObject, 'zeebe:CalledDecision').length === 0

/** Whether it says of which type its jobs are, even if that has no name yet. */
export const hasJobType = ({ businessObject }: DiagramElement): boolean =>
  extensionsOf(businessObject, 'zeebe:TaskDefinition').length > 0

interface ConnectorOfferProps {
  readonly element: DiagramElement
  readonly onChoose: () => void
}

/** Leads to the connectors, where some fit the element. */
export const ConnectorOffer = ({ element, onChoose }: ConnectorOfferProps) => {
  const { modeler } = usePanel()
  if (offeredFor(modeler, element).length === 0) return null
  return (
    <>
      {hasWorkerForm(element) && <p className={classes.quiet}>{words.offer}</p>}
      <div>
        <button
          type="button"
          className={offer.choose}
          data-first={hasWorkerForm(element) || undefined}
          onClick={onChoose}
        >
          {panelWords.choose.title}
        </button>
      </div>
    </>
  )
}

/** The job that a worker of one's own asks for. */
export const WorkerForm = ({ element }: { readonly element: DiagramElement }) => {
  const { modeler } = usePanel()
  const task = element.businessObject
  const definition = extensionsOf(task, 'zeebe:TaskDefinition')[0]
  const write = (properties: Readonly<Record<string, unknown>>) =>
    modeler
      .get('templateCommands')
      .run(element, setExtension(task, { type: 'zeebe:TaskDefinition', properties }))
  return (
    <div className={classes.block}>
      <TextField
        label={words.jobType}
        description={words.jobTypeHelp}
        value={settingOf(definition, 'type')}
        write={(type) => write({ type: type || undefined })}
      />
      {definition !== undefined && (
        <TextField
          label={words.retries}
          description={words.retriesHelp}
          placeholder="3"
          value={settingOf(definition, 'retries')}
          check={(text) => (/^\s*(?:\d+|=.*)?\s*$/u.test(text) ? undefined : words.retriesWanted)}
          write={(retries) => write({ retries: retries.trim() || undefined })}
        />
      )}
    </div>
  )
}

const settingOf = (definition: ModdleElement | undefined, name: string): string =>
  (definition && textOf(definition, name)) ?? ''
