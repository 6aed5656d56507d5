import { Button, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { cancelProcessInstance } from '../api/process-instances.ts'
import { engineKey, requestKey } from '../api/query-keys.ts'
import { ActionFailure } from '../parts/action-failure.tsx'
import classes from './cancel-dialog.module.css'
import { doAll } from './do-all.ts'
import { requestWords } from './words.ts'

const words = requestWords.cancel

interface CancelDialogProps {
  /** Those of the Requests to cancel, at least one. */
  readonly keys: readonly string[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Says what it means to cancel Requests, and does it: it cannot be undone. */
export const CancelDialog = ({ keys, isOpen, onClose }: CancelDialogProps) => {
  const cancel = useCancel(onClose)
  const close = () => {
    cancel.reset()
    onClose()
  }
  return (
    <Modal opened={isOpen} onClose={close} title={words.title(keys.length)} withCloseButton={false}>
      <p className={classes.text}>{words.consequence(keys.length)}</p>
      {cancel.error !== null && <ActionFailure what={words.failed} error={cancel.error} />}
      <div className={classes.actions}>
        <Button variant="default" onClick={close} data-autofocus>
          {words.keep(keys.length)}
        </Button>
        <Button
          className={classes.confirm}
          loading={cancel.isPending}
          onClick={() => cancel.mutate(keys)}
        >
          {words.confirm(keys.length)}
        </Button>
      </div>
    </Modal>
  )
}

const useCancel = (onDone: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (keys: readonly string[]) => doAll(keys, cancelProcessInstance),
    onSuccess: onDone,
    onSettled: async (_done, _error, keys) => {
      await Promise.all(
        [engineKey(), ...keys.map((key) => requestKey(key))].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    },
  })
}
