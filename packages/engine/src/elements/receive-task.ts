import type { ReceiveTask } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { waitFor } from '../event-definitions/index.ts'

/** Waits for its message. */
export const receiveTask = (model: ReceiveTask, context: CompileContext): ElementBehavior => ({
  wait: waitFor(model, context),
  activate: (step, instance) => step.changeElement(instance, { phase: 'ACTIVE' }),
})
