import type { DeployedProcessDefinition } from '@tenon/orchestration'
import { CliError } from '../errors.ts'

/** The process with the id, or the only one. Throws `PROCESS_UNKNOWN` or `PROCESS_NOT_CHOSEN`. */
export const chooseProcess = (
  deployed: readonly DeployedProcessDefinition[],
  id: string | undefined,
): DeployedProcessDefinition => {
  const [first, second] = deployed
  const chosen = id === undefined ? first : deployed.find((each) => each.processDefinitionId === id)
  const ids = deployed.map((each) => each.processDefinitionId).join(', ')
  if (chosen === undefined) {
    throw new CliError('PROCESS_UNKNOWN', `The model has no process "${id}". It has: ${ids}.`)
  }
  if (id === undefined && second !== undefined) {
    throw new CliError('PROCESS_NOT_CHOSEN', `Choose one with --process. The model has: ${ids}.`)
  }
  return chosen
}
