import { Button, Modal, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { createProcessInstance } from '../api/process-instances.ts'
import { ActionFailure } from '../parts/action-failure.tsx'
import { checkVariables } from './check-variables.ts'
import { NeededList } from './needed-list.tsx'
import { rememberVariables } from './remembered-variables.ts'
import classes from './run-dialog.module.css'
import type { RunnableProcess } from './runnable-process.ts'
import { useNeededVariables } from './use-needed-variables.ts'
import { useSelectedNull } from './use-selected-null.ts'
import { useVariablesText } from './use-variables-text.ts'
import { runWords } from './words.ts'

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
  const needed = useNeededVariables(process)
  const hasNeeds = needed !== undefined && needed.length > 0
  const { offered, text, given, isUnfinished, change } = useVariablesText(
    processDefinitionId,
    needed,
  )
  const [problem, setProblem] = useState<string>()
  const start = useStart(process, onClose)
  const field = useSelectedNull(offered)
  const submit = () => {
    const found = checkVariables(text)
    setProblem(found)
    if (found === undefined && !start.isPending) start.mutate(text)
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
      {needed !== undefined && <NeededList {...{ needed, given, isUnfinished }} />}
      <Textarea
        ref={field}
        classNames={{
          root: classes.field ?? '',
          input: classes.text ?? '',
          error: classes.problem ?? '',
        }}
        label={runWords.variables}
        description={hasNeeds ? runWords.hintForEmpty : runWords.hint}
        error={problem}
        value={text}
        autosize
        minRows={6}
        maxRows={16}
        spellCheck={false}
        data-autofocus
        onChange={({ currentTarget }) => {
          change(currentTarget.value)
          // Nobody is told of a mistake while typing, but at once when it is mended.
          if (problem !== undefined) setProblem(checkVariables(currentTarget.value))
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
