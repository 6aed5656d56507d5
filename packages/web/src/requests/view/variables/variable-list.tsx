import type { Variable } from '@tenon/orchestration'
import type { Asked } from '../use-selection.ts'
import { VariableItem } from './variable-item.tsx'
import classes from './variables.module.css'

interface VariableListProps {
  readonly variables: readonly Variable[]
  /** Whether what they belong to is still active. */
  readonly isChangeable?: boolean
  readonly asked?: Asked | undefined
}

export const VariableList = ({ variables, isChangeable = false, asked }: VariableListProps) => (
  <ul className={classes.list}>
    {variables.map((variable) => (
      <VariableItem
        key={variable.variableKey}
        variable={variable}
        isChangeable={isChangeable}
        asked={asked}
      />
    ))}
  </ul>
)
