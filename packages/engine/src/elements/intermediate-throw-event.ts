import type { IntermediateThrowEvent } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { throwsEscalation } from '../event-definitions/escalation.ts'

/** Lets a token pass, with what its definition does besides; a link is a flow like others. */
export const intermediateThrowEvent = (
  { definition }: IntermediateThrowEvent,
  context: CompileContext,
): ElementBehavior =>
  definition.kind === 'ESCALATION' ? throwsEscalation(definition, context) : {}
