import { error } from './boundary-event/error.ts'
import { invalid, valid } from './deployment/models.ts'
import { error as errorEnd } from './end-event/error.ts'
import { none as noneEnd } from './end-event/none.ts'
import { error as errorSubProcess } from './event-sub-process/error.ts'
import { conditions } from './exclusive-gateway/conditions.ts'
import { loops } from './exclusive-gateway/loops.ts'
import { refusals } from './multi-instance/refusals.ts'
import { subProcesses } from './multi-instance/sub-processes.ts'
import { tasks } from './multi-instance/tasks.ts'
import { joins } from './parallel-gateway/joins.ts'
import { instances } from './process/instances.ts'
import type { Scenario } from './scenario.ts'
import { flows } from './sequence-flow/flows.ts'
import { errors } from './service-task/errors.ts'
import { failures } from './service-task/failures.ts'
import { jobs } from './service-task/jobs.ts'
import { mappings } from './service-task/mappings.ts'
import { none as noneStart } from './start-event/none.ts'
import { embedded } from './sub-process/embedded.ts'

/** The scenarios by what they are about. */
export const allScenarios: ReadonlyMap<string, readonly Scenario[]> = new Map([
  ['A process instance', instances],
  ['A none start event', noneStart],
  ['A none end event', noneEnd],
  ['An error end event', errorEnd],
  ['A service task', [...jobs, ...mappings, ...failures, ...errors]],
  ['An exclusive gateway', [...conditions, ...loops]],
  ['A parallel gateway', joins],
  ['An error boundary event', error],
  ['A multi-instance', [...tasks, ...subProcesses, ...refusals]],
  ['A sub-process', embedded],
  ['An error event sub-process', errorSubProcess],
  ['Sequence flows', flows],
  ['A model', [...valid, ...invalid]],
])
