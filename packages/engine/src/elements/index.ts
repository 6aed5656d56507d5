import type { FlowElement } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { serviceTask } from './service-task.ts'

/** The one list of element kinds; each that needs more than a token passing has its file. */
export const behaviorOf = (model: FlowElement, context: CompileContext): ElementBehavior => {
  switch (model.type) {
    case 'EXCLUSIVE_GATEWAY':
      return exclusiveGateway(model, context)
    case 'PARALLEL_GATEWAY':
      return parallelGateway(model)
    case 'SERVICE_TASK':
      return serviceTask(model, context)
    case 'START_EVENT':
    case 'END_EVENT':
    case 'BOUNDARY_EVENT':
      return {}
  }
}
