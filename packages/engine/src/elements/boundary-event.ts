import type { BoundaryEvent } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { propagateOwn } from '../core/variables.ts'
import { waitFor } from '../event-definitions/index.ts'

/** Passes on what has happened, but for an error, whose variables Zeebe keeps with the event. */
export const boundaryEvent = (model: BoundaryEvent, context: CompileContext): ElementBehavior => {
  const wait = waitFor(model, context)
  return model.definition.kind === 'ERROR' || model.outputs.length > 0
    ? { wait }
    : { wait, complete: (step, instance) => propagateOwn(step, instance) }
}
