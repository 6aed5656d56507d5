import type { Connector, Operation } from '@tenon/sdk'
import { RuntimeError } from '../errors.ts'

/** The operation that a task names; none need be named where there is one. */
export const chooseOperation = (connector: Connector, id: string | undefined): Operation => {
  const [first, second] = connector.operations.values()
  const operation =
    id === undefined && second === undefined ? first : connector.operations.get(id ?? '')
  if (operation !== undefined) return operation
  const known = [...connector.operations.keys()].join(', ')
  const problem =
    id === undefined ? 'Header `operation` is missing' : `Operation '${id}' is unknown`
  throw new RuntimeError(
    'OPERATION_UNKNOWN',
    `${problem} for connector '${connector.id}'. Choose one of: ${known}`,
  )
}
