import type { IntermediateThrowEvent } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { throwsEscalation } from '../event-definitions/escalation.ts'
import { broadcastSignal } from '../event-definitions/signal.ts'
import { jobWorkerTask } from './job-worker-task.ts'

/** Lets a token pass, with what its definition does besides; a link is a flow like others. */
export const intermediateThrowEvent = (
  { definition }: IntermediateThrowEvent,
  context: CompileContext,
): ElementBehavior => {
  switch (definition.kind) {
    case 'ESCALATION':
      return throwsEscalation(definition, context)
    case 'MESSAGE_JOB':
      return jobWorkerTask(definition, context)
    case 'SIGNAL':
      return broadcastSignal(definition, context.compile)
    default:
      return {}
  }
}
