import { Button, Modal, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { createProcessInstance } from '../api/process-instances.ts'
import { ActionFailure } from '../parts/action-failure.tsx'
import { checkVariables } from './check-variables.ts'
import {
  keepTypedVariables,
  rememberVariables,
  variablesToStartWith,
} from './remembered-variables.ts'
import classes from './run-dialog.module.css'
import { runWords } from './words.ts'

/** A process as people know it. */
interface NamedProcess {
  readonly processDefinitionId: string
  readonly name: string
}

/** A process that is deployed, or will be when it is run. */
export type RunnableProcess = DeployedProcess | DeployableProcess

export interface DeployedProcess extends NamedProcess {
  readonly processDefinitionKey: string
}

export interface DeployableProcess extends NamedProcess {
  /** The version that it gets. */
  readonly nextVersion: number
  /** Gives its key; undefined where that was not possible, which the caller says. */
  readonly deploy: () => Promise<string | undefined>
}

interface RunDialogProps {
  readonly process: RunnableProcess
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Asks for variables, starts a Request with them and goes to it. */
export const RunDialog = ({ process, isOpen, onClose }: RunDialogProps) => (
  <Modal opened={isOpen} onClose={onClose} title={runWords.title(process.name)} size={520}>
    <RunForm process={process} onClose={onClose} />
  </Modal>
)

const RunForm = ({ process, onClose }: Omit<RunDialogProps, 'isOpen'>) => {
  const { processDefinitionId } = process
  const [text, setText] = useState(() => variablesToStartWith(processDefinitionId))
  const [problem, setProblem] = useState<string>()
  const start = useStart(process, onClose)
  const submit = () => {
    const found = checkVariables(text)
    setProblem(found)
    if (found === undefined && !start.isPending) start.mutate(text)
  }
  const change = (changed: string) => {
    setText(changed)
    keepTypedVariables(processDefinitionId, changed)
    // Nobody is told of a mistake while typing, but at once when it is mended.
    if (problem !== undefined) setProblem(checkVariables(changed))
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Textarea
        classNames={{
          root: classes.field ?? '',
          input: classes.text ?? '',
          error: classes.problem ?? '',
        }}
        label={runWords.variables}
        description={runWords.hint}
        error={problem}
        value={text}
        autosize
        minRows={6}
        maxRows={16}
        spellCheck={false}
        data-autofocus
        onChange={({ currentTarget }) => {
          change(currentTarget.value)
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          submit()
        }}
      />
      {start.error !== null && <ActionFailure what={runWords.notStarted} error={start.error} />}
      <div className={classes.actions}>
        {'deploy' in process && (
          <p className={classes.note}>{runWords.deploys(process.nextVersion)}</p>
        )}
        <Button variant="default" onClick={onClose}>
          {runWords.cancel}
        </Button>
        <Button type="submit" loading={start.isPending} title="Ctrl+Enter">
          {runWords.run}
        </Button>
      </div>
    </form>
  )
}

/** Deploys where that is to be done first, starts, and goes to what was started. */
const useStart = (process: RunnableProcess, onClose: () => void) => {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (text: string) => {
      const key = 'deploy' in process ? await process.deploy() : process.processDefinitionKey
      return key === undefined ? undefined : createProcessInstance(key, text.trim() || '{}')
    },
    onSuccess: async (started, text) => {
      onClose()
      if (started === undefined) return
      rememberVariables(process.processDefinitionId, text)
      const { processInstanceKey } = started
      await navigate({ to: '/requests/$processInstanceKey', params: { processInstanceKey } })
    },
  })
}
