import { StateIcon } from './state-icon.tsx'
import { requestWords } from './words.ts'
import type { RequestState } from './request-state.ts'
import classes from './state-label.module.css'

/** A state by colour, icon and word. */
export const StateLabel = ({ state }: { readonly state: RequestState }) => (
  <span className={classes.label} data-state={state}>
    <StateIcon state={state} />
    {requestWords.states[state]}
  </span>
)
