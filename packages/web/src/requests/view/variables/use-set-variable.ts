import { useMutation, useQueryClient } from '@tanstack/react-query'
import { requestKey } from '../../../api/query-keys.ts'
import { setVariable, type NewVariable } from '../../../api/variables.ts'

interface SetVariableOptions {
  readonly processInstanceKey: string
  /** Of the Request, or of a pass through an element. */
  readonly scopeKey: string
  /** Called when the page shows it. */
  readonly onSaved: () => void
}

/** Sets a variable of a Request. */
export const useSetVariable = ({ processInstanceKey, scopeKey, onSaved }: SetVariableOptions) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (variable: NewVariable) => setVariable(scopeKey, variable),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: requestKey(processInstanceKey) })
      onSaved()
    },
  })
}
