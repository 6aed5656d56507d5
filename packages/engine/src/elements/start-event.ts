import type { StartEvent } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { passOn, propagateOwn } from '../core/variables.ts'
import { waitFor } from '../event-definitions/index.ts'

/** Passes on what a process or an event sub-process has started with. */
export const startEvent = (model: StartEvent, context: CompileContext): ElementBehavior => {
  const wait = waitFor(model, context)
  if (model.definition.kind === 'NONE' || model.outputs.length > 0) return { wait }
  // As in Zeebe, where only a process keeps them at its start too.
  const complete = model.parentId === null ? propagateOwn : passOn
  return { wait, complete: (step, instance) => complete(step, instance) }
}
