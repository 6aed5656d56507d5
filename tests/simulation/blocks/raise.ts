import { ModelIncident } from '../model/model-incident.ts'
import { throwError } from '../model/throw-error.ts'
import type { BlockKind } from './block.ts'
import { errorDefinition, randomCode } from './errors.ts'
import { task } from './task.ts'
import { element, flow } from './xml.ts'

/**
 * A task, then an end event that throws an error. Without the task the error could come while
 * other tokens run, whose order is for the engine to choose.
 */
export const raise: BlockKind = {
  weight: 4,
  hasBlocks: false,
  make: (making) => {
    const before = task.make(making)
    const id = making.nextId('raise')
    const code = randomCode(making.random)
    return {
      entry: before.entry,
      exit: null,
      xml:
        before.xml +
        flow(before.exit ?? '', id) +
        element('endEvent', id, errorDefinition(id, code)),
      enter: (scope) =>
        before.enter(scope, () => {
          const event = scope.start(id)
          const raiseError = (): void => {
            if (!throwError(event, code)) throw new ModelIncident('UNHANDLED_ERROR_EVENT')
          }
          event.attempt('ACTIVATING', raiseError, () => {})
        }),
    }
  },
}
