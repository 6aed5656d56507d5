import type { ElementKind } from '../element-kind.ts'
import type { EventDefinition } from '../event-definitions/index.ts'
import { readDefinition } from '../event-definitions/read-definition.ts'
import type { FlowElementBase } from '../process.ts'

export interface EndEvent extends FlowElementBase {
  readonly type: 'END_EVENT'
  readonly definition: EventDefinition
}

export const endEvent: ElementKind = {
  name: 'bpmn:endEvent',
  hasOutputs: true,
  positions: ['END'],
  read: (source): EndEvent => {
    const { definition, texts } = readDefinition('END', source)
    const outputs = definition.kind === 'TERMINATE' ? [] : source.base.outputs
    return { ...source.base, type: 'END_EVENT', definition, texts, outputs }
  },
}
