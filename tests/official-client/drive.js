// Drives a server as a user of Camunda's TypeScript client would, every request and response
// checked strictly by the client. Prints what it saw as JSON.
import { readFileSync } from 'node:fs'
import { createCamundaClient } from '@camunda8/orchestration-cluster-api'

const [address, modelPath, messagesPath] = process.argv.slice(2)
const client = createCamundaClient({
  config: {
    CAMUNDA_REST_ADDRESS: address,
    CAMUNDA_SDK_VALIDATION: 'req:strict,res:strict',
    CAMUNDA_SDK_LOG_LEVEL: 'error',
  },
})
const atOnce = { consistency: { waitUpToMs: 0 } }
const search = async (method, filter) => (await client[method]({ filter }, atOnce)).items

const topology = await client.getTopology()
const model = new File([readFileSync(modelPath)], 'work.bpmn')
const deployment = await client.createDeployment({ resources: [model] })
const { processDefinitionKey } = deployment.processes[0]

const seen = []
const worker = client.createJobWorker({
  jobType: 'work',
  maxParallelJobs: 5,
  jobTimeoutMs: 10_000,
  jobHandler: (job) => {
    seen.push(job.variables)
    if (job.variables.mode === 'fail') return job.fail({ errorMessage: 'Not today', retries: 0 })
    if (job.variables.mode === 'error') return job.error({ errorCode: 'GONE', errorMessage: 'x' })
    return job.complete({ done: true })
  },
})

const create = (mode, options = {}) =>
  client.createProcessInstance({ processDefinitionKey, variables: { mode }, ...options })
const completed = await create('complete', { awaitCompletion: true, requestTimeout: 10_000 })
const caught = await create('error', { awaitCompletion: true, requestTimeout: 10_000 })
const failed = await create('fail')
const { processInstanceKey } = failed

let incidents = []
while (incidents.length === 0) incidents = await search('searchIncidents', { processInstanceKey })
worker.stop()
const [incident] = incidents
await client.updateJob({ jobKey: incident.jobKey, changeset: { retries: 1 } })
await client.resolveIncident({ incidentKey: incident.incidentKey })
const { jobs } = await client.activateJobs({
  type: 'work',
  worker: 'by hand',
  timeout: 10_000,
  maxJobsToActivate: 1,
  requestTimeout: 5_000,
})
await client.createElementInstanceVariables({
  elementInstanceKey: processInstanceKey,
  variables: { corrected: 1 },
})
await client.createElementInstanceVariables({
  elementInstanceKey: jobs[0].elementInstanceKey,
  variables: { corrected: 2, own: true },
  local: true,
})
await client.completeJob({ jobKey: jobs[0].jobKey, variables: { done: 'by hand' } })
const [element] = await search('searchElementInstances', { processInstanceKey })
const [variable] = await search('searchVariables', { processInstanceKey })
const cancelled = await create('cancelled')
await client.cancelProcessInstance({ processInstanceKey: cancelled.processInstanceKey })

const messages = new File([readFileSync(messagesPath)], 'messages.bpmn')
await client.createDeployment({ resources: [messages] })
const order = (orderId) =>
  client.publishMessage({ name: 'ordered', correlationKey: orderId, variables: { orderId } })
await order('1')
await order('2')
const pay = { name: 'paid', correlationKey: '1', variables: { sum: 7 } }
const correlated = await client.correlateMessage(pay)
const statusOf = (answer) =>
  answer.then(
    () => 200,
    ({ status }) => status,
  )
const uncorrelated = await statusOf(client.correlateMessage(pay))
await client.broadcastSignal({ signalName: 'closed', variables: { reason: 'late' } })
const kept = { ...pay, timeToLive: 60_000, messageId: 'once' }
await client.publishMessage(kept)
const published = await statusOf(client.publishMessage(kept))

const result = {
  gatewayVersion: topology.gatewayVersion,
  definitions: await search('searchProcessDefinitions', { processDefinitionKey }),
  completed: completed.variables,
  caught: caught.variables,
  incident: { errorType: incident.errorType, errorMessage: incident.errorMessage },
  instance: await client.getProcessInstance({ processInstanceKey }, atOnce),
  job: (await search('searchJobs', { processInstanceKey, type: { $like: 'w*' } }))[0],
  jobStates: (await search('searchJobs', { processDefinitionKey })).map(({ state }) => state),
  definition: await client.getProcessDefinition({ processDefinitionKey }, atOnce),
  isXmlAsDeployed:
    (await client.getProcessDefinitionXml({ processDefinitionKey }, atOnce)) ===
    readFileSync(modelPath, 'utf8'),
  variable: await client.getVariable({ variableKey: variable.variableKey }, atOnce),
  resolved: await client.getIncident({ incidentKey: incident.incidentKey }, atOnce),
  element: await client.getElementInstance(
    { elementInstanceKey: element.elementInstanceKey },
    atOnce,
  ),
  states: (await search('searchProcessInstances', { processDefinitionKey })).map(
    ({ state }) => state,
  ),
  elements: (await search('searchElementInstances', { processInstanceKey })).map(
    ({ elementId, state }) => `${elementId} ${state}`,
  ),
  variables: (await search('searchVariables', { processInstanceKey })).map(
    ({ name, value }) => `${name} ${value}`,
  ),
  handled: seen.length,
  correlated: (
    await client.getProcessInstance({ processInstanceKey: correlated.processInstanceKey }, atOnce)
  ).state,
  uncorrelated,
  published,
  subscriptions: (await search('searchMessageSubscriptions', { messageName: 'paid' })).map(
    ({ correlationKey, messageSubscriptionState }) =>
      `${correlationKey} ${messageSubscriptionState}`,
  ),
  orders: (await search('searchProcessInstances', { processDefinitionId: 'order' })).map(
    ({ state }) => state,
  ),
}
process.stdout.write(JSON.stringify(result))
