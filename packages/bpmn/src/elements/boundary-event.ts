import type { ElementKind, NodeSource } from '../element-kind.ts'
import type { EventDefinition } from '../event-definitions/index.ts'
import { readDefinition, readInterrupting } from '../event-definitions/read-definition.ts'
import type { FlowElementBase } from '../process.ts'
import { attribute, eventDefinitions, isTrue } from '../xml-element.ts'
import type { XmlElement } from '../xml-element.ts'

export interface BoundaryEvent extends FlowElementBase {
  readonly type: 'BOUNDARY_EVENT'
  readonly attachedToId: string
  readonly definition: EventDefinition
  /** What no other event of the same activity or scope may wait for, as people call it. */
  readonly exclusive: string | null
  /** Whether it ends its activity. */
  readonly isInterrupting: boolean
}

export const boundaryEvent: ElementKind = {
  name: 'bpmn:boundaryEvent',
  hasOutputs: true,
  positions: ['BOUNDARY'],
  needsDefinition: true,
  read: (source): BoundaryEvent => {
    const { element, base, problems } = source
    if (eventDefinitions(element).length === 0) {
      problems.invalid(element, 'The boundary event must have exactly one event definition.')
    }
    return {
      ...base,
      type: 'BOUNDARY_EVENT',
      attachedToId: readAttachedTo(source),
      ...readDefinition('BOUNDARY', source),
      isInterrupting: readInterrupting('cancelActivity', source),
    }
  },
}

const readAttachedTo = ({ element, nodesById, problems }: NodeSource): string => {
  const id = attribute(element, 'attachedToRef') ?? ''
  const host = nodesById.get(id)
  if (host === undefined || !isActivity(host)) {
    problems.invalid(element, `The boundary event must be attached to an activity, not "${id}".`)
  } else if (isTrue(host, 'triggeredByEvent')) {
    problems.invalid(element, 'An event sub-process has no boundary events. Remove this one.')
  }
  return id
}

/** Also of those that are not supported, whose own problem is enough. */
const isActivity = ({ name }: XmlElement): boolean =>
  /(task|activity|process|transaction)$/i.test(name)
