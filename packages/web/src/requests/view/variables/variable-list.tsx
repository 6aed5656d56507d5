import type { Variable } from '@tenon/orchestration'
import { VariableItem } from './variable-item.tsx'
import classes from './variables.module.css'

interface VariableListProps {
  readonly variables: readonly Variable[]
  /** Whether what they belong to is still active. */
  readonly isChangeable?: boolean
}

export const VariableList = ({ variables, isChangeable = false }: VariableListProps) => (
  <ul className={classes.list}>
    {variables.map((variable) => (
      <VariableItem key={variable.variableKey} variable={variable} isChangeable={isChangeable} />
    ))}
  </ul>
)
