import type { EventDefinitionKind } from '../element-kind.ts'

/** Ends all else that goes on in the process or sub-process of its end event. */
export interface TerminateDefinition {
  readonly kind: 'TERMINATE'
}

export const terminate: EventDefinitionKind = {
  name: 'bpmn:terminateEventDefinition',
  positions: ['END'],
  read: () => ({ definition: { kind: 'TERMINATE' }, texts: [], exclusive: null }),
}
