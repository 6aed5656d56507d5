import type { TenonModeler } from '../../canvas/services.ts'
import { followName } from '../../models/follow-name.ts'
import { processesOf } from '../model-processes.ts'

/** The process takes part in a new name of its model, see `followName`: one step that can be undone. */
export const renameProcess = (modeler: TenonModeler, from: string, to: string): void => {
  const root = modeler.get('canvas').getRootElement()
  const changes = followName(processesOf(modeler), { before: from, after: to })
  modeler.get('templateCommands').run(root, changes)
}
