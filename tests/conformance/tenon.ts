import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine, type Engine } from '@tenon/engine'
import {
  OrchestrationError,
  parseJson,
  type Condition,
  type Deployment,
  type Entity,
  type SearchItems,
} from '@tenon/orchestration'
import { canonicalJson } from '../canonical-json.ts'
import { definitions, noneProcess } from './model.ts'
import type { Snapshot } from './snapshot.ts'
import type { ActivatedJob, Answer, Command, TestedEngine } from './tested-engine.ts'

/** Jobs that are handed out at once, and for how long. */
const activation = { maxJobsToActivate: 100, timeoutMs: 60_000, requestTimeoutMs: 0 }

const refusals = ['NOT_FOUND', 'ALREADY_EXISTS', 'INVALID_STATE', 'INVALID_ARGUMENT'] as const

/** After it no message waits any more. */
const resetMs = 24 * 60 * 60 * 1_000

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  Number(a.key) - Number(b.key)

/** Tenon's embedded engine, in a folder that is gone afterwards. */
export class Tenon implements TestedEngine {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tenon-conformance-'))
  /** Stands still but for steps that put it forward. */
  #now = Date.parse('2026-11-05T10:20:30Z')
  readonly #engine = this.#open()
  /** Of the last instance before the reset. */
  #lastKey = '0'
  /** What may start by itself. */
  readonly #processes = new Set<string>()

  /** Keeps the engine, since a new one takes many times as long as a scenario. */
  async reset(): Promise<void> {
    const { instances } = await this.snapshot()
    const active = instances.filter(({ state }) => state === 'ACTIVE')
    await Promise.all(active.map(({ key }) => this.#engine.commands.cancelProcessInstance(key)))
    const models = [...this.#processes].map((id) => definitions(noneProcess(id)))
    this.#processes.clear()
    await Promise.all(models.map((xml) => this.#deploy(xml)))
    await this.#advance(resetMs)
    this.#lastKey = (await this.snapshot()).instances.at(-1)?.key ?? this.#lastKey
  }

  async close(): Promise<void> {
    await this.#engine.close()
    rmSync(this.#folder, { recursive: true })
  }

  async deploy(xml: string): Promise<string | undefined> {
    try {
      const { processDefinitions } = await this.#deploy(xml)
      for (const { processDefinitionId } of processDefinitions) {
        this.#processes.add(processDefinitionId)
      }
      return undefined
    } catch (error) {
      if (error instanceof OrchestrationError) return error.message
      throw error
    }
  }

  #deploy(xml: string): Promise<Deployment> {
    const content = new TextEncoder().encode(xml)
    return this.#engine.commands.deploy([{ name: 'model.bpmn', content }])
  }

  async perform(command: Command): Promise<Answer> {
    try {
      return (await this.#perform(command)) ?? {}
    } catch (error) {
      if (!(error instanceof OrchestrationError)) throw error
      const { code } = error
      const refusal = refusals.find((known) => known === code)
      if (refusal === undefined) throw error
      return { refusal }
    }
  }

  async snapshot(): Promise<Snapshot> {
    const after = { field: 'processInstanceKey', operator: '$gt', value: this.#lastKey } as const
    const instances = await this.#search('process-instances', after)
    const ofInstances = async <E extends Entity>(entity: E): Promise<readonly SearchItems[E][]> => {
      const found = instances.map(({ processInstanceKey: value }) =>
        this.#search(entity, { field: 'processInstanceKey', operator: '$eq', value }),
      )
      return (await Promise.all(found)).flat()
    }
    const [elements, variables, incidents, jobs] = await Promise.all([
      ofInstances('element-instances'),
      ofInstances('variables'),
      ofInstances('incidents'),
      ofInstances('jobs'),
    ])
    return {
      instances: instances.map(({ processInstanceKey: key, processDefinitionId, state }) => ({
        key,
        process: processDefinitionId,
        state,
      })),
      elements: elements
        .map(({ elementInstanceKey: key, elementId: id, type, state }) => ({
          key,
          id,
          type,
          state,
        }))
        .toSorted(byKey),
      variables: variables.map(({ scopeKey, name, value }) => ({
        scopeKey,
        name,
        value: canonicalJson(parseJson(value)),
      })),
      incidents: incidents
        .map(({ incidentKey: key, elementId: element, errorType, state }) => ({
          key,
          element,
          errorType,
          isOpen: state === 'ACTIVE',
        }))
        .toSorted(byKey),
      jobs: jobs
        .map(({ jobKey: key, elementId: element, type, retries, endTime }) => ({
          key,
          element,
          type,
          retries,
          isOpen: endTime === null,
        }))
        .toSorted(byKey),
      userTasks: [],
    }
  }

  async #perform({ step, key }: Command): Promise<Answer | void> {
    const { commands, jobs } = this.#engine
    switch (step.kind) {
      case 'create': {
        const { process: processDefinitionId, variables } = step
        await commands.createProcessInstance({ processDefinitionId, variables })
        return
      }
      case 'cancel':
        return commands.cancelProcessInstance(key)
      case 'resolveIncident':
        return commands.resolveIncident(key)
      case 'activateJobs':
        return { activated: await this.#activate(step.type) }
      case 'completeJob':
        return jobs.complete(key, step.variables)
      case 'failJob': {
        const { retries, backOffMs: retryBackOffMs, variables } = step
        return jobs.fail(key, { retries, errorMessage: 'failed', retryBackOffMs, variables })
      }
      case 'updateRetries':
        return jobs.update(key, { retries: step.retries })
      case 'throwError': {
        const { code: errorCode, variables } = step
        return jobs.throwError(key, { errorCode, errorMessage: 'thrown', variables })
      }
      case 'setVariables':
        return commands.setVariables(key, step.variables, { local: step.isLocal })
      case 'publishMessage': {
        const { kind: _, ...message } = step
        await commands.publishMessage(message)
        return
      }
      case 'correlateMessage': {
        const { kind: _, ...message } = step
        await commands.correlateMessage(message)
        return
      }
      case 'broadcastSignal': {
        const { name, variables } = step
        await commands.broadcastSignal({ name, variables })
        return
      }
      case 'advance':
        return this.#advance(step.milliseconds)
      default:
        throw new Error(`Tenon cannot do ${step.kind} yet.`)
    }
  }

  async #activate(type: string): Promise<readonly ActivatedJob[]> {
    const activated = await this.#engine.jobs.activate({ type, worker: 'worker', ...activation })
    return activated.map(({ elementId, retries, customHeaders, variables }) => ({
      element: elementId,
      retries,
      headers: customHeaders,
      variables,
    }))
  }

  /** What has become due is done at once, without waiting for timers of the system. */
  async #advance(milliseconds: number): Promise<void> {
    this.#now += milliseconds
    await this.#engine.commands.pinClock(this.#now)
  }

  #open(): Engine {
    return openEngine({ folder: this.#folder, now: () => this.#now, isClockPinnable: true })
  }

  async #search<E extends Entity>(
    entity: E,
    condition: Condition,
  ): Promise<readonly SearchItems[E][]> {
    const request = { filter: [condition], sort: [], page: { limit: 10_000 } }
    return (await this.#engine.queries.search(entity, request)).items
  }
}
