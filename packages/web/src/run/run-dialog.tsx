import { Button, Modal, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { createProcessInstance } from '../api/process-instances.ts'
import { ActionFailure } from '../parts/action-failure.tsx'
import { checkVariables } from './check-variables.ts'
import { rememberedVariables, rememberVariables } from './remembered-variables.ts'
import classes from './run-dialog.module.css'
import { runWords } from './words.ts'

/** A deployed process. */
export interface RunnableProcess {
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly name: string
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
  const { processDefinitionKey, processDefinitionId } = process
  const [text, setText] = useState(() => rememberedVariables(processDefinitionId))
  const [problem, setProblem] = useState<string>()
  const navigate = useNavigate()
  const start = useMutation({
    mutationFn: () => createProcessInstance(processDefinitionKey, text.trim() || '{}'),
    onSuccess: async ({ processInstanceKey }) => {
      rememberVariables(processDefinitionId, text)
      onClose()
      await navigate({ to: '/requests/$processInstanceKey', params: { processInstanceKey } })
    },
  })
  const submit = () => {
    const found = checkVariables(text)
    setProblem(found)
    if (found === undefined && !start.isPending) start.mutate()
  }
  const change = (changed: string) => {
    setText(changed)
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
        classNames={{ input: classes.text ?? '' }}
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
