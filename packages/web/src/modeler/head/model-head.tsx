import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { RunDialog } from '../../run/run-dialog.tsx'
import type { RunnableProcess } from '../../run/runnable-process.ts'
import type { TenonModeler } from '../../canvas/services.ts'
import type { Deployment } from '../deployment/use-deployment.ts'
import { SaveState } from '../draft/save-state.tsx'
import type { Draft } from '../draft/use-draft.ts'
import { PanelIcon, ProblemIcon, RedoIcon, UndoIcon } from '../icons.tsx'
import { processIdOf, xmlOf } from '../model-processes.ts'
import { describeModelState, isDeployed, nextVersion } from '../model-state.ts'
import type { Panel } from '../use-panel.ts'
import { modelerWords as words } from '../words.ts'
import classes from './head.module.css'
import { ModelName } from './model-name.tsx'
import { MoreMenu } from './more-menu.tsx'
import { useUndo } from './use-undo.ts'

interface ModelHeadProps {
  readonly modeler: TenonModeler
  readonly draft: Draft
  readonly deployment: Deployment
  readonly panel: Panel
  readonly problemCount: number
  readonly toggleProblems: () => void
}

/** Which model it is, what state it is in, and what can be done with the whole of it. */
export const ModelHead = (props: ModelHeadProps) => {
  const { modeler, draft, panel, problemCount, toggleProblems } = props
  return (
    <header className={classes.head}>
      <ModelName name={draft.name} rename={draft.rename} />
      <p className={classes.state}>
        <span>{describeModelState(draft.summary, draft.isSaved)}</span>
        <SaveState state={draft.state} />
      </p>
      <div className={classes.actions}>
        <UndoButtons modeler={modeler} />
        <Button
          className={classes.problems}
          variant="subtle"
          color="gray"
          data-any={problemCount > 0}
          size="compact-md"
          leftSection={problemCount > 0 && <ProblemIcon />}
          onClick={toggleProblems}
        >
          {problemCount === 0 ? words.problems.none : words.problems.count(problemCount)}
        </Button>
        <DeployButtons {...props} />
        <MoreMenu modeler={modeler} draft={draft} />
        <PanelButton panel={panel} />
      </div>
    </header>
  )
}

const PanelButton = ({ panel: { isOpen, toggle } }: Pick<ModelHeadProps, 'panel'>) => {
  const label = isOpen ? words.panel.close : words.panel.open
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      <PanelIcon />
    </ActionIcon>
  )
}

const UndoButtons = ({ modeler }: { readonly modeler: TenonModeler }) => {
  const { canUndo, canRedo, undo, redo } = useUndo(modeler)
  return (
    <div className={classes.undo}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={words.undo}
        title={words.undo}
        disabled={!canUndo}
        onClick={undo}
      >
        <UndoIcon />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={words.redo}
        title={words.redo}
        disabled={!canRedo}
        onClick={redo}
      >
        <RedoIcon />
      </ActionIcon>
    </div>
  )
}

const DeployButtons = ({ modeler, draft, deployment }: ModelHeadProps) => {
  const [process, setProcess] = useState<RunnableProcess>()
  const { summary, isSaved, name } = draft
  const isCurrent = isDeployed(summary, isSaved)
  const version = isCurrent ? nextVersion(summary) - 1 : nextVersion(summary)
  const { next, same, runNext, runSame } = words.deployment
  const run = () => {
    const { deployed } = summary
    setProcess(
      isCurrent && deployed !== null
        ? { ...deployed, name }
        : {
            processDefinitionId: processIdOf(modeler) ?? summary.id,
            name,
            nextVersion: version,
            readXml: () => xmlOf(modeler),
            deploy: async () => (await deployment.ensure())?.processDefinitionKey,
          },
    )
  }
  return (
    <>
      <Tooltip label={isCurrent ? runSame(version) : runNext(version)}>
        <Button variant="default" disabled={deployment.isBusy} onClick={run}>
          {words.run}
        </Button>
      </Tooltip>
      <Tooltip multiline maw={280} label={isCurrent ? same(name, version) : next(name, version)}>
        <Button loading={deployment.isBusy} onClick={() => void deployment.deploy()}>
          {words.deploy}
        </Button>
      </Tooltip>
      {process !== undefined && (
        <RunDialog process={process} isOpen onClose={() => setProcess(undefined)} />
      )}
    </>
  )
}
