import { Icon } from '../parts/icon.tsx'
import type { ModelState } from './model-state.ts'
import classes from './state-mark.module.css'
import { modelsWords } from './words.ts'

const { states } = modelsWords

/** The state of a model by colour, icon and word. */
export const StateMark = ({ state }: { readonly state: ModelState }) => (
  <span className={classes.mark} data-state={state.kind}>
    <Icon name={state.kind} />
    {state.kind === 'draft' ? states.draft : states[state.kind](state.version)}
  </span>
)
