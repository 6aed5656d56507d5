import type { ElementKind } from '../element-kind.ts'
import { boundaryEvent } from './boundary-event.ts'
import { businessRuleTask } from './business-rule-task.ts'
import { endEvent } from './end-event.ts'
import { eventBasedGateway } from './event-based-gateway.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { inclusiveGateway } from './inclusive-gateway.ts'
import { intermediateCatchEvent } from './intermediate-catch-event.ts'
import { intermediateThrowEvent } from './intermediate-throw-event.ts'
import { manualTask } from './manual-task.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { receiveTask } from './receive-task.ts'
import { scriptTask } from './script-task.ts'
import { sendTask } from './send-task.ts'
import { serviceTask } from './service-task.ts'
import { startEvent } from './start-event.ts'
import { subProcess } from './sub-process.ts'
import { task } from './task.ts'

/** All kinds of flow nodes that Tenon runs, each in its file. */
export const elementKinds: readonly ElementKind[] = [
  startEvent,
  endEvent,
  boundaryEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
  task,
  manualTask,
  serviceTask,
  sendTask,
  receiveTask,
  businessRuleTask,
  scriptTask,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  eventBasedGateway,
  subProcess,
]
