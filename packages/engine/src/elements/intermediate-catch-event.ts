import type { IntermediateCatchEvent } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { waitFor } from '../event-definitions/index.ts'

/** Waits for its event, unless it is behind a gateway, which waits for it. */
export const intermediateCatchEvent = (
  model: IntermediateCatchEvent,
  context: CompileContext,
): ElementBehavior => {
  const wait = waitFor(model, context)
  if (wait === undefined) return {}
  return { wait, activate: (step, instance) => step.changeElement(instance, { phase: 'ACTIVE' }) }
}
