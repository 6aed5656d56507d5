import type { EventDefinitionKind, NodeSource } from '../element-kind.ts'
import { attribute } from '../xml-element.ts'
import { readCode } from './read-code.ts'

export interface EscalationDefinition {
  readonly kind: 'ESCALATION'
  /** null catches every escalation; thrown, it may be FEEL with its leading `=`. */
  readonly code: string | null
}

export const escalation: EventDefinitionKind = {
  name: 'bpmn:escalationEventDefinition',
  positions: ['EVENT_SUB_PROCESS', 'BOUNDARY', 'THROW', 'END'],
  read: (definition, position, source) => {
    const isThrown = position === 'THROW' || position === 'END'
    if (position === 'BOUNDARY') checkHost(source)
    const code = readCode(definition, 'escalation', { position, source })
    return {
      definition: { kind: 'ESCALATION', code },
      texts: isThrown ? [{ text: code ?? '', what: 'escalation code' }] : [],
      exclusive: code === null ? 'every escalation' : `"${code}"`,
    }
  },
}

const hosts = new Set(['bpmn:subProcess', 'bpmn:adHocSubProcess', 'bpmn:callActivity'])

const checkHost = ({ element, nodesById, problems }: NodeSource): void => {
  const host = nodesById.get(attribute(element, 'attachedToRef') ?? '')
  // Of no host at all the event itself tells.
  if (host === undefined || hosts.has(host.name)) return
  problems.invalid(
    element,
    'Escalations come from inside: attach the event to a sub-process or a call activity.',
  )
}
