import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { BpmnError, checkExpressions, describeProblem, parseBpmn, type Process } from '@tenon/bpmn'
import { refusalOf } from '@tenon/feel'
import {
  OrchestrationError,
  type BroadcastedSignal,
  type BroadcastSignal,
  type Commands,
  type CorrelatedMessage,
  type CorrelateMessage,
  type CreatedProcessInstance,
  type CreateProcessInstance,
  type Deployment,
  type JsonObject,
  type PublishedMessage,
  type PublishMessage,
  type Resource,
  type SetVariables,
} from '@tenon/orchestration'
import { cancelInstance } from './core/cancel-instance.ts'
import { createInstance } from './core/create-instance.ts'
import { resolveIncident } from './core/resolve-incident.ts'
import { startTimingsOf } from './core/start-timers.ts'
import { setVariables } from './core/set-variables.ts'
import type { Step } from './core/step.ts'
import type { EngineClock } from './due/engine-clock.ts'
import { broadcastTo } from './events/broadcast.ts'
import type { Messages } from './events/messages.ts'
import { checkStartNames, startSubscriptionsOf } from './events/start-subscriptions-of.ts'
import { toKey } from './keys.ts'
import type { DefinitionVersion } from './storage/definition-store.ts'
import type { GroupCommit } from './storage/group-commit.ts'
import type { Transaction } from './storage/transaction.ts'
import type { Timers } from './timers/timers.ts'
import { resultOf, type WaitingCreators } from './waiting-creators.ts'
import type { Watchers } from './watchers.ts'

type AwaitCompletion = NonNullable<CreateProcessInstance['awaitCompletion']>

/** The contract's commands, each one command of the group commit. */
export class EngineCommands implements Commands {
  readonly #commits: GroupCommit
  readonly #creators: WaitingCreators
  readonly #watchers: Watchers
  readonly #messages: Messages
  readonly #timers: Timers
  readonly #clock: EngineClock | undefined

  constructor(commits: GroupCommit, parts: CommandParts) {
    this.#commits = commits
    this.#creators = parts.creators
    this.#watchers = parts.watchers
    this.#messages = parts.messages
    this.#timers = parts.timers
    this.#clock = parts.clock
  }

  async deploy(resources: readonly Resource[]): Promise<Deployment> {
    const parsed = await parseResources(resources)
    const deployment = await this.#commits.submit((transaction) => {
      requireStartNames(parsed, transaction)
      const deploymentKey = String(transaction.nextKey())
      const processDefinitions = parsed.flatMap((resource) =>
        resource.processes.map((process) => {
          const { key, id, version, resourceName } = deployProcess(transaction, process, resource)
          return {
            processDefinitionKey: String(key),
            processDefinitionId: id,
            processDefinitionVersion: version,
            resourceName,
          }
        }),
      )
      return { deploymentKey, processDefinitions }
    })
    if (hasNewDefinitions(deployment)) {
      this.#watchers.onDeployed()
      this.#timers.wake()
    }
    return deployment
  }

  async createProcessInstance(request: CreateProcessInstance): Promise<CreatedProcessInstance> {
    const { variables = {}, tags = [], awaitCompletion } = request
    const step = await this.#commits.submit((transaction) => {
      const definition = transaction.definitions.get(findDefinitionKey(transaction, request))
      const created = createInstance(definition, { variables, tags }, transaction)
      transaction.add(created)
      return created
    })
    const { definition, processInstance } = step
    return {
      processInstanceKey: String(processInstance.key),
      processDefinitionKey: String(definition.key),
      processDefinitionId: definition.id,
      processDefinitionVersion: definition.version,
      tags,
      variables: awaitCompletion === undefined ? {} : await this.#result(step, awaitCompletion),
    }
  }

  cancelProcessInstance(processInstanceKey: string): Promise<void> {
    return this.#commits.submit((transaction) => {
      const step = transaction.step(toKey(processInstanceKey))
      cancelInstance(step)
      transaction.add(step)
    })
  }

  resolveIncident(incidentKey: string): Promise<void> {
    return this.#commits.submit((transaction) => {
      const key = toKey(incidentKey)
      const owned = transaction.find.incident(key)
      if (owned === undefined) throw noIncident(incidentKey)
      const step = transaction.step(owned.processInstanceKey)
      const incident = step.state.incidents.get(key)
      if (incident === undefined) throw noIncident(incidentKey)
      resolveIncident(step, incident)
      transaction.add(step)
    })
  }

  setVariables(
    elementInstanceKey: string,
    variables: JsonObject,
    { local = false }: SetVariables = {},
  ): Promise<void> {
    return this.#commits.submit((transaction) => {
      const scopeKey = toKey(elementInstanceKey)
      const owned = transaction.find.elementInstance(scopeKey)
      const step = transaction.step(owned?.processInstanceKey ?? scopeKey)
      setVariables(step, variables, { scopeKey, isLocal: local })
      transaction.add(step)
    })
  }

  publishMessage(message: PublishMessage): Promise<PublishedMessage> {
    return this.#messages.publish(message)
  }

  correlateMessage(message: CorrelateMessage): Promise<CorrelatedMessage> {
    return this.#messages.correlate(message)
  }

  broadcastSignal({ name, variables = {} }: BroadcastSignal): Promise<BroadcastedSignal> {
    return this.#commits.submit((transaction) => {
      const signalKey = String(transaction.nextKey())
      broadcastTo(transaction, { signalName: name, variables, processInstanceKey: null })
      return { signalKey }
    })
  }

  async pinClock(timestamp: number): Promise<void> {
    if (!Number.isSafeInteger(timestamp) || Math.abs(timestamp) > timestampMax) {
      throw new OrchestrationError(
        'INVALID_ARGUMENT',
        `${timestamp} is no time: give whole milliseconds since 1970, such as ${Date.UTC(2030)}.`,
      )
    }
    await this.#pinnableClock.pin(timestamp)
  }

  async resetClock(): Promise<void> {
    await this.#pinnableClock.reset()
  }

  get #pinnableClock(): EngineClock {
    if (this.#clock !== undefined) return this.#clock
    throw new OrchestrationError(
      'INVALID_STATE',
      'The clock cannot be pinned here, for all that waits would follow it. Where models are ' +
        'tested, start Tenon with TENON_CLOCK_PINNING=true.',
    )
  }

  #result(step: Step, wanted: AwaitCompletion): Promise<JsonObject> {
    const { key, endedAt } = step.processInstance
    if (endedAt === null) return this.#creators.wait(key, wanted)
    return Promise.resolve(resultOf(step, wanted.fetchVariables))
  }
}

interface CommandParts {
  readonly messages: Messages
  readonly creators: WaitingCreators
  readonly watchers: Watchers
  readonly timers: Timers
  /** Undefined where it must not be pinned. */
  readonly clock: EngineClock | undefined
}

/** Milliseconds of a `Date` from 1970, either way. */
const timestampMax = 8.64e15

/** All keys come from one counter, so that what is new has one beyond that of its deployment. */
const hasNewDefinitions = ({ deploymentKey, processDefinitions }: Deployment): boolean =>
  processDefinitions.some(
    ({ processDefinitionKey }) => Number(processDefinitionKey) > Number(deploymentKey),
  )

interface ParsedResource {
  readonly name: string
  readonly xml: string
  readonly digest: string
  readonly processes: readonly Process[]
}

/** Parses all files and compiles their expressions. Throws `DEPLOYMENT_REJECTED`. */
const parseResources = async (
  resources: readonly Resource[],
): Promise<readonly ParsedResource[]> => {
  const problems: string[] = []
  const parsed: ParsedResource[] = []
  const ids = new Set<string>()
  for (const resource of resources) {
    const { name, content } = resource
    try {
      const processes = await parseResource(resource)
      const twice = processes.filter(({ id }) => ids.has(id))
      for (const { id } of processes) ids.add(id)
      problems.push(...twice.map(({ id }) => `${name}: process ${id} is in the deployment twice`))
      const wrong = processes.flatMap((process) => checkExpressions(process, refusalOf))
      problems.push(...wrong.map((problem) => `${name}: ${describeProblem(problem)}`))
      const digest = createHash('sha256').update(content).digest('hex')
      parsed.push({ name, xml: decode(resource), digest, processes })
    } catch (error) {
      if (!(error instanceof BpmnError)) throw error
      problems.push(...error.message.split('\n').map((problem) => `${name}: ${problem}`))
    }
  }
  if (problems.length === 0) return parsed
  throw rejected(problems)
}

const parseResource = async (resource: Resource): Promise<readonly Process[]> => {
  const { name } = resource
  if (/\.(bpmn|xml)$/i.test(name)) return parseBpmn(decode(resource))
  throw rejected([
    `${name}: only BPMN files, which end with .bpmn or .xml, can be deployed. ` +
      'Decisions, forms and other resources are not supported yet.',
  ])
}

/** Throws where a plain decode would replace what it cannot read, and so change the model. */
const decode = ({ name, content }: Resource): string => {
  const declared = declaredEncoding(content)
  if (!/^utf-?8$/i.test(declared)) {
    throw rejected([
      `${name}: its XML declaration says ${declared}. A model must be UTF-8: save it as such.`,
    ])
  }
  if (isUtf8(content)) return new TextDecoder().decode(content)
  throw rejected([`${name}: it is not UTF-8, which a model must be. Save it as UTF-8.`])
}

/** An XML declaration is not longer. */
const declarationBytesMax = 200

const declaredEncoding = (content: Uint8Array): string => {
  const head = Buffer.from(content.subarray(0, declarationBytesMax)).toString('latin1')
  const declaration = /^(?:\u00EF\u00BB\u00BF)?<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']/
  return declaration.exec(head)?.[1] ?? 'UTF-8'
}

const rejected = (problems: readonly string[]): OrchestrationError =>
  new OrchestrationError('DEPLOYMENT_REJECTED', problems.join('\n'))

const requireStartNames = (
  resources: readonly ParsedResource[],
  transaction: Transaction,
): void => {
  const problems = resources.flatMap(({ name, processes }) =>
    processes
      .flatMap((process) => checkStartNames(process, transaction))
      .map((problem) => `${name}: ${problem}`),
  )
  if (problems.length > 0) throw rejected(problems)
}

const deployProcess = (
  transaction: Transaction,
  process: Process,
  { name: resourceName, xml, digest }: ParsedResource,
): DefinitionVersion => {
  const latest = transaction.definitions.latest(process.id)
  if (latest?.digest === digest) return latest
  const deployedAt = transaction.now
  const key = transaction.nextKey()
  const added = { key, process, resourceName, digest, xml, deployedAt }
  const version = transaction.definitions.add(added)
  transaction.starts.replace(process.id, startSubscriptionsOf(process, key, transaction))
  setStartTimers(transaction, version)
  return version
}

/** From now on the process starts by itself as its new version says. */
const setStartTimers = (
  transaction: Transaction,
  { key: definitionKey, id: processId, resourceName }: DefinitionVersion,
): void => {
  const { definitions, startTimers } = transaction
  startTimers.removeAll(processId)
  for (const timing of startTimingsOf(definitions.get(definitionKey), resourceName, transaction)) {
    startTimers.set({ key: transaction.nextKey(), definitionKey, processId, ...timing })
  }
}

const findDefinitionKey = (transaction: Transaction, request: CreateProcessInstance): number => {
  if ('processDefinitionKey' in request) return toKey(request.processDefinitionKey)
  const { processDefinitionId, processDefinitionVersion = -1 } = request
  return transaction.definitions.find(processDefinitionId, processDefinitionVersion).key
}

const noIncident = (incidentKey: string): OrchestrationError =>
  new OrchestrationError(
    'NOT_FOUND',
    `No active incident ${incidentKey} exists: it was resolved, or the key is wrong.`,
  )
