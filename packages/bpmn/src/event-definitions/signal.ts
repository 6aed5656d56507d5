import type { EventDefinitionKind } from '../element-kind.ts'
import { attribute } from '../xml-element.ts'
import { readRootName, referredRoot } from './referred-root.ts'

/** Waits for a signal, or broadcasts it. */
export interface SignalDefinition {
  readonly kind: 'SIGNAL'
  /** FEEL with its leading `=`, or the name. */
  readonly name: string
}

export const signal: EventDefinitionKind = {
  name: 'bpmn:signalEventDefinition',
  positions: ['START', 'EVENT_SUB_PROCESS', 'CATCH', 'BOUNDARY', 'THROW', 'END'],
  read: (definition, _position, source) => {
    const root = referredRoot(definition, { reference: 'signalRef', what: 'signal' }, source)
    if (root === null && attribute(definition, 'signalRef') === null) {
      source.problems.invalid(source.element, 'It says no signal. Choose one.')
    }
    const name = root === null ? '' : readRootName(root, 'signal', source)
    return {
      definition: { kind: 'SIGNAL', name },
      texts: [{ text: name, what: 'signal name' }],
      exclusive: `the signal "${name}"`,
    }
  },
}
