import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { describeFailure, failureReason } from '../../api/failure.ts'
import { createModel } from '../../api/models.ts'
import { modelerWords } from '../words.ts'
import classes from './draft.module.css'
import { forgetLocalCopy } from './local-copy.ts'
import type { Draft } from './use-draft.ts'

interface NotSavedBarProps {
  readonly draft: Draft
  readonly reload: () => void
}

/** Says why the server does not have what is drawn, and what can be done about it. */
export const NotSavedBar = ({ draft, reload }: NotSavedBarProps) => {
  const { state } = draft
  if (state.kind === 'conflict') return <ConflictBar draft={draft} reload={reload} />
  if (state.kind !== 'failed') return null
  const { failed, again, refused } = modelerWords.draft
  return (
    <div className={classes.bar} role="alert">
      <span>
        <strong>{failed}.</strong> {describeFailure(state.error, location.origin).why}{' '}
        {state.isTriedAgain ? again : refused}
      </span>
    </div>
  )
}

const ConflictBar = ({ draft, reload }: NotSavedBarProps) => {
  const { title, text, load, keep, copyOf } = modelerWords.conflict
  const { id } = draft.summary
  const navigate = useNavigate()
  const keeping = useMutation({
    mutationFn: async () => {
      const { name, xml } = await draft.read()
      return createModel({ name: copyOf(name), xml })
    },
    onSuccess: async ({ id: modelId }) => {
      forgetLocalCopy(id)
      draft.giveUp()
      await navigate({ to: '/models/$modelId', params: { modelId } })
    },
  })
  const loadNewer = () => {
    forgetLocalCopy(id)
    draft.giveUp()
    reload()
  }
  return (
    <div className={classes.bar} role="alert">
      <span>
        <strong>{title}.</strong> {text}{' '}
        {keeping.error !== null && failureReason(keeping.error, location.origin)}
      </span>
      <Button size="compact-sm" variant="default" onClick={loadNewer}>
        {load}
      </Button>
      <Button size="compact-sm" loading={keeping.isPending} onClick={() => keeping.mutate()}>
        {keep}
      </Button>
    </div>
  )
}
