import { describeFailure } from '../../api/failure.ts'
import { modelerWords } from '../words.ts'
import type { DraftState } from './draft-saver.ts'
import classes from './draft.module.css'

const words = modelerWords.draft

/** Quiet while all is well; else what is wrong, and that nothing is lost. */
export const SaveState = ({ state }: { readonly state: DraftState }) => (
  <span className={classes.state} role="status" data-state={state.kind} title={detailOf(state)}>
    {labelOf(state)}
  </span>
)

const labelOf = (state: DraftState): string =>
  state.kind === 'failed' || state.kind === 'conflict' ? words.failed : words[state.kind]

const detailOf = (state: DraftState): string | undefined => {
  if (state.kind !== 'failed') return undefined
  const reason = describeFailure(state.error, location.origin).why
  return `${reason} ${state.isTriedAgain ? words.again : words.refused}`
}
