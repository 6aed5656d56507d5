import type { ElementKind } from '../element-kind.ts'
import type { EventDefinition } from '../event-definitions/index.ts'
import { readDefinition } from '../event-definitions/read-definition.ts'
import type { FlowElementBase } from '../process.ts'
import { eventDefinitions } from '../xml-element.ts'

export interface IntermediateCatchEvent extends FlowElementBase {
  readonly type: 'INTERMEDIATE_CATCH_EVENT'
  readonly definition: EventDefinition
  /** What no other event of the same gateway may wait for, as people call it. */
  readonly exclusive: string | null
}

export const intermediateCatchEvent: ElementKind = {
  name: 'bpmn:intermediateCatchEvent',
  hasInputs: true,
  hasOutputs: true,
  positions: ['CATCH'],
  needsDefinition: true,
  read: (source): IntermediateCatchEvent => {
    const { element, base, problems } = source
    if (eventDefinitions(element).length === 0) {
      problems.invalid(element, 'The event must say what it waits for. Choose its kind.')
    }
    const read = readDefinition('CATCH', source)
    const inputs = read.definition.kind === 'LINK' ? [] : base.inputs
    return { ...base, inputs, type: 'INTERMEDIATE_CATCH_EVENT', ...read }
  },
}
