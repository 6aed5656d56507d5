import { parseJson, type InstanceState } from '@tenon/orchestration'
import { canonicalJson } from '../canonical-json.ts'
import type { Element, Incident, Instance, Job, Snapshot, UserTask, Variable } from './snapshot.ts'
import type { ZeebeRecord } from './zeebe-record.ts'

/** What Zeebe's records add up to. */
export class ZeebeState {
  readonly #instances = new Map<string, Instance>()
  readonly #elements = new Map<string, Element>()
  readonly #variables = new Map<string, Variable>()
  readonly #incidents = new Map<string, Incident>()
  readonly #jobs = new Map<string, Job>()
  readonly #userTasks = new Map<string, UserTask>()

  add(record: ZeebeRecord): void {
    if (record.recordType === 'COMMAND_REJECTION') return
    const { key, intent } = record
    switch (record.valueType) {
      case 'PROCESS_INSTANCE':
        return this.#addElement(key, intent, record.value)
      case 'VARIABLE':
        return this.#addVariable(key, record.value)
      case 'INCIDENT':
        return this.#addIncident(key, intent, record.value)
      case 'JOB':
        return this.#addJob(key, intent, record.value)
      case 'USER_TASK':
        return this.#addUserTask(key, intent, record.value)
      default:
    }
  }

  snapshot(): Snapshot {
    return {
      instances: [...this.#instances.values()],
      elements: [...this.#elements.values()],
      variables: [...this.#variables.values()],
      incidents: [...this.#incidents.values()],
      jobs: [...this.#jobs.values()],
      userTasks: [...this.#userTasks.values()],
    }
  }

  #addElement(
    key: string,
    intent: string,
    { elementId: id, bpmnElementType: type }: Value<'PROCESS_INSTANCE'>,
  ): void {
    if (type === 'SEQUENCE_FLOW') return
    const state = elementEnds.get(intent) ?? 'ACTIVE'
    if (type === 'PROCESS') this.#instances.set(key, { key, process: id, state })
    else this.#elements.set(key, { key, id, type, state })
  }

  #addVariable(key: string, { scopeKey, name, value }: Value<'VARIABLE'>): void {
    this.#variables.set(key, { scopeKey, name, value: canonicalJson(parseJson(value)) })
  }

  #addIncident(
    key: string,
    intent: string,
    { elementId: element, errorType, jobKey }: Value<'INCIDENT'>,
  ): void {
    const isOpen = intent === 'CREATED'
    this.#incidents.set(key, { key, element, errorType, isOpen })
    const job = this.#jobs.get(jobKey)
    // Nothing has caught the error of the job, so it may be worked on again.
    if (job !== undefined && isOpen) this.#jobs.set(jobKey, { ...job, isOpen })
  }

  #addJob(key: string, intent: string, { elementId, type, retries }: Value<'JOB'>): void {
    // The record of an error that nothing has caught has another element.
    const element = this.#jobs.get(key)?.element ?? elementId
    this.#jobs.set(key, { key, element, type, retries, isOpen: !jobEnds.has(intent) })
  }

  #addUserTask(key: string, intent: string, { elementId: element }: Value<'USER_TASK'>): void {
    this.#userTasks.set(key, { key, element, isOpen: !userTaskEnds.has(intent) })
  }
}

type Value<Type extends ZeebeRecord['valueType']> = Extract<
  ZeebeRecord,
  { readonly valueType: Type; readonly value: unknown }
>['value']

const elementEnds: ReadonlyMap<string, InstanceState> = new Map([
  ['ELEMENT_COMPLETED', 'COMPLETED'],
  ['ELEMENT_TERMINATED', 'TERMINATED'],
])

const jobEnds: ReadonlySet<string> = new Set(['COMPLETED', 'ERROR_THROWN', 'CANCELED'])
const userTaskEnds: ReadonlySet<string> = new Set(['COMPLETED', 'CANCELED'])
