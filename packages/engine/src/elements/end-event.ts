import type { EndEvent } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { throwsError } from '../event-definitions/error.ts'
import { throwsEscalation } from '../event-definitions/escalation.ts'
import { terminates } from '../event-definitions/terminate.ts'

/** Ends a token, with what its definition does besides. */
export const endEvent = ({ definition }: EndEvent, context: CompileContext): ElementBehavior => {
  switch (definition.kind) {
    case 'ERROR':
      return throwsError(definition, context)
    case 'ESCALATION':
      return throwsEscalation(definition, context)
    case 'TERMINATE':
      return terminates
    default:
      return {}
  }
}
