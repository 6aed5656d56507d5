import type { ElementKind } from '../element-kind.ts'
import type { FlowElementBase } from '../process.ts'

/** Goes on at the first of the events behind it that happens. */
export interface EventBasedGateway extends FlowElementBase {
  readonly type: 'EVENT_BASED_GATEWAY'
}

export const eventBasedGateway: ElementKind = {
  name: 'bpmn:eventBasedGateway',
  read: ({ element, base, nodesById, problems }): EventBasedGateway => {
    if (base.outgoing.length < 2) {
      problems.invalid(element, 'The gateway must lead to at least 2 events. Add them.')
    }
    for (const { targetId } of base.outgoing) {
      // Of what leads nowhere, the flow has its own problem.
      const target = nodesById.get(targetId)
      if (target === undefined || target.name === 'bpmn:intermediateCatchEvent') continue
      const message = `The gateway leads to "${targetId}", which is no intermediate catch event.`
      problems.invalid(element, message)
    }
    return { ...base, type: 'EVENT_BASED_GATEWAY' }
  },
}
