import type { EventDefinitionKind } from '../element-kind.ts'
import { requiredId } from '../required-id.ts'
import { attribute } from '../xml-element.ts'

/** Where a flow that is not drawn leaves or arrives. */
export interface LinkDefinition {
  readonly kind: 'LINK'
  readonly name: string
}

export const link: EventDefinitionKind = {
  name: 'bpmn:linkEventDefinition',
  // They say again what the name says.
  children: ['bpmn:source', 'bpmn:target'],
  positions: ['THROW', 'CATCH'],
  read: (definition, _, { element, problems }) => {
    requiredId(definition, problems)
    const name = attribute(definition, 'name') ?? ''
    if (name === '') problems.invalid(element, 'The link has no name. Give it one.')
    return { definition: { kind: 'LINK', name }, texts: [], exclusive: null }
  },
}
