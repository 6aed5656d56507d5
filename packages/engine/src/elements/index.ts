import type { FlowElement } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { boundaryEvent } from './boundary-event.ts'
import { endEvent } from './end-event.ts'
import { eventBasedGateway } from './event-based-gateway.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { inclusiveGateway } from './inclusive-gateway.ts'
import { intermediateCatchEvent } from './intermediate-catch-event.ts'
import { intermediateThrowEvent } from './intermediate-throw-event.ts'
import { jobWorkerTask } from './job-worker-task.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { receiveTask } from './receive-task.ts'
import { scriptTask } from './script-task.ts'
import { startEvent } from './start-event.ts'
import { eventSubProcess, subProcess } from './sub-process.ts'

/** The one list of element kinds; each that needs more than a token passing has its file. */
export const behaviorOf = (model: FlowElement, context: CompileContext): ElementBehavior => {
  switch (model.type) {
    case 'EXCLUSIVE_GATEWAY':
      return exclusiveGateway(model, context)
    case 'PARALLEL_GATEWAY':
      return parallelGateway(model)
    case 'INCLUSIVE_GATEWAY':
      return inclusiveGateway(model, context)
    case 'EVENT_BASED_GATEWAY':
      return eventBasedGateway
    case 'SERVICE_TASK':
    case 'SEND_TASK':
    case 'BUSINESS_RULE_TASK':
      return jobWorkerTask(model, context)
    case 'RECEIVE_TASK':
      return receiveTask(model, context)
    case 'SCRIPT_TASK':
      return 'script' in model ? scriptTask(model, context) : jobWorkerTask(model, context)
    case 'TASK':
    case 'MANUAL_TASK':
      return {}
    case 'START_EVENT':
      return startEvent(model, context)
    case 'END_EVENT':
      return endEvent(model, context)
    case 'BOUNDARY_EVENT':
      return boundaryEvent(model, context)
    case 'INTERMEDIATE_CATCH_EVENT':
      return intermediateCatchEvent(model, context)
    case 'INTERMEDIATE_THROW_EVENT':
      return intermediateThrowEvent(model, context)
    case 'SUB_PROCESS':
      return subProcess
    case 'EVENT_SUB_PROCESS':
      return eventSubProcess
  }
}
