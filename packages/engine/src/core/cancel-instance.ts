import { resolveIncidentRow } from './resolve-incident.ts'
import type { Step } from './step.ts'

/** Ends the instance with all that is in it. */
export const cancelInstance = (step: Step): void => {
  const endedAt = step.environment.now
  const { jobs, incidents, elements, arrivedFlows } = step.state
  for (const row of [...jobs.values()]) {
    step.emit({ entity: 'job', row: { ...row, state: 'CANCELED', dueAt: null, endedAt } })
  }
  for (const incident of [...incidents.values()]) resolveIncidentRow(step, incident)
  for (const [elementId, flows] of [...arrivedFlows]) {
    for (const flowId of [...flows.keys()]) {
      const row = { processInstanceKey: step.processInstance.key, elementId, flowId, count: 0 }
      step.emit({ entity: 'arrivedFlow', row })
    }
  }
  for (const instance of [...elements.values()]) step.terminateElement(instance)
  step.changeProcessInstance({ state: 'TERMINATED', endedAt, workLeft: [] })
}
