import type { EndEvent } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { throwsError } from '../event-definitions/error.ts'
import { throwsEscalation } from '../event-definitions/escalation.ts'
import { broadcastSignal } from '../event-definitions/signal.ts'
import { terminates } from '../event-definitions/terminate.ts'
import { jobWorkerTask } from './job-worker-task.ts'

/** Ends a token, with what its definition does besides. */
export const endEvent = ({ definition }: EndEvent, context: CompileContext): ElementBehavior => {
  switch (definition.kind) {
    case 'ERROR':
      return throwsError(definition, context)
    case 'ESCALATION':
      return throwsEscalation(definition, context)
    case 'MESSAGE_JOB':
      return jobWorkerTask(definition, context)
    case 'SIGNAL':
      return broadcastSignal(definition, context.compile)
    case 'TERMINATE':
      return terminates
    default:
      return {}
  }
}
