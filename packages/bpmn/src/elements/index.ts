import type { ElementKind } from '../element-kind.ts'
import { boundaryEvent } from './boundary-event.ts'
import { endEvent } from './end-event.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { serviceTask } from './service-task.ts'
import { startEvent } from './start-event.ts'
import { subProcess } from './sub-process.ts'

/** All kinds of flow nodes that Tenon runs, each in its file. */
export const elementKinds: readonly ElementKind[] = [
  startEvent,
  endEvent,
  boundaryEvent,
  serviceTask,
  exclusiveGateway,
  parallelGateway,
  subProcess,
]
