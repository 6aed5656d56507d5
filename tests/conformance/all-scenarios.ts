import { error } from './boundary-event/error.ts'
import { escalation as boundaryEscalation } from './boundary-event/escalation.ts'
import { boundaryMessage, boundarySignal } from './boundary-event/events.ts'
import { timer as boundaryTimer } from './boundary-event/timer.ts'
import { invalid, valid } from './deployment/models.ts'
import { error as errorEnd } from './end-event/error.ts'
import { none as noneEnd } from './end-event/none.ts'
import { terminates } from './end-event/terminate.ts'
import { error as errorSubProcess } from './event-sub-process/error.ts'
import { escalation as escalationStart } from './event-sub-process/escalation.ts'
import { conditions } from './exclusive-gateway/conditions.ts'
import { loops } from './exclusive-gateway/loops.ts'
import { forks } from './inclusive-gateway/forks.ts'
import { joins as inclusiveJoins } from './inclusive-gateway/joins.ts'
import { thrown, thrownAtTheEnd } from './intermediate-throw-event/escalation.ts'
import { links } from './intermediate-throw-event/link.ts'
import { none as noneThrow } from './intermediate-throw-event/none.ts'
import { refusals } from './multi-instance/refusals.ts'
import { subProcesses } from './multi-instance/sub-processes.ts'
import { tasks } from './multi-instance/tasks.ts'
import { eventBasedGateway } from './event-based-gateway/gateway.ts'
import { eventSubProcesses } from './event-sub-process/events.ts'
import { caughtMessage } from './intermediate-catch-event/message.ts'
import { caughtSignal, sentMessage, thrownSignal } from './intermediate-throw-event/events.ts'
import { timer as eventSubProcessTimer } from './event-sub-process/timer.ts'
import { timer as catchTimer } from './intermediate-catch-event/timer.ts'
import { joins } from './parallel-gateway/joins.ts'
import { instances } from './process/instances.ts'
import { receiveTask } from './receive-task/receive-task.ts'
import type { Scenario } from './scenario.ts'
import { scripts } from './script-task/scripts.ts'
import { flows } from './sequence-flow/flows.ts'
import { errors } from './service-task/errors.ts'
import { failures } from './service-task/failures.ts'
import { jobs } from './service-task/jobs.ts'
import { mappings } from './service-task/mappings.ts'
import { startMessage, startSignal } from './start-event/events.ts'
import { none as noneStart } from './start-event/none.ts'
import { timer as startTimer } from './start-event/timer.ts'
import { embedded } from './sub-process/embedded.ts'
import { businessRuleTask, sendTask, workerScriptTask } from './task/job-worker-tasks.ts'
import { manualTask, undefinedTask } from './task/pass-through.ts'

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
  ['An escalation boundary event', boundaryEscalation],
  ['An escalation event sub-process', escalationStart],
  ['An escalation throw event', thrown],
  ['An escalation end event', thrownAtTheEnd],
  ['A terminate end event', terminates],
  ['A none throw event', noneThrow],
  ['A link', links],
  ['An inclusive gateway', [...forks, ...inclusiveJoins]],
  ['An undefined task', undefinedTask],
  ['A manual task', manualTask],
  ['A send task', sendTask],
  ['A business rule task', businessRuleTask],
  ['A script task', [...scripts, ...workerScriptTask]],
  ['A message start event', startMessage],
  ['A message catch event', caughtMessage],
  ['A receive task', receiveTask],
  ['A message boundary event', boundaryMessage],
  ['A message that is sent', sentMessage],
  ['A signal start event', startSignal],
  ['A signal that is caught', caughtSignal],
  ['A signal that is thrown', thrownSignal],
  ['A signal boundary event', boundarySignal],
  ['An event sub-process', eventSubProcesses],
  ['An event-based gateway', eventBasedGateway],
  ['A timer start event', startTimer],
  ['A timer catch event', catchTimer],
  ['A timer boundary event', boundaryTimer],
  ['A timer event sub-process', eventSubProcessTimer],
  ['Sequence flows', flows],
  ['A model', [...valid, ...invalid]],
])
