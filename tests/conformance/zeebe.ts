import type { FoundZeebe } from '../zeebe/find-zeebe.ts'
import type { Snapshot } from './snapshot.ts'
import type { ActivatedJob, Answer, Command, Refusal, TestedEngine } from './tested-engine.ts'
import { ZeebeLog, type LogCommand, type Request } from './zeebe-log.ts'
import { toLogCommand } from './to-log-command.ts'
import type { ZeebeRecord } from './zeebe-record.ts'
import { ZeebeState } from './zeebe-state.ts'

/** Zeebe's engine, in memory. */
export class Zeebe implements TestedEngine {
  readonly #log: ZeebeLog
  #state = new ZeebeState()

  constructor(zeebe: FoundZeebe) {
    this.#log = new ZeebeLog(zeebe)
  }

  async reset(): Promise<void> {
    await this.#request({ restart: true })
    this.#state = new ZeebeState()
  }

  close(): Promise<void> {
    return this.#log.close()
  }

  async deploy(xml: string): Promise<string | undefined> {
    const resources = [{ resourceName: 'model.bpmn', resource: xml }]
    const command = { valueType: 'DEPLOYMENT', intent: 'CREATE', value: { resources } }
    return rejectionOf(await this.#request(command), command)?.rejectionReason
  }

  async perform(command: Command): Promise<Answer> {
    const { step } = command
    if (step.kind === 'advance') {
      await this.#request({ advanceMs: step.milliseconds })
      return {}
    }
    const logged = toLogCommand(command)
    const records = await this.#request(logged)
    const rejection = rejectionOf(records, logged)
    if (rejection !== undefined) return { refusal: refusalOf(rejection) }
    return step.kind === 'activateJobs' ? { activated: activatedJobs(records) } : {}
  }

  snapshot(): Promise<Snapshot> {
    return Promise.resolve(this.#state.snapshot())
  }

  async #request(request: Request): Promise<readonly ZeebeRecord[]> {
    const records = await this.#log.request(request)
    for (const record of records) this.#state.add(record)
    return records
  }
}

const rejectionOf = (
  records: readonly ZeebeRecord[],
  { valueType, intent }: LogCommand,
): ZeebeRecord | undefined =>
  records.find(
    (record) =>
      record.recordType === 'COMMAND_REJECTION' &&
      record.valueType === valueType &&
      record.intent === intent,
  )

const refusalOf = ({ rejectionType, rejectionReason }: ZeebeRecord): Refusal => {
  switch (rejectionType) {
    case 'NOT_FOUND':
    case 'ALREADY_EXISTS':
    case 'INVALID_STATE':
    case 'INVALID_ARGUMENT':
      return rejectionType
    default:
      throw new Error(`Zeebe refuses with ${rejectionType}: ${rejectionReason}`)
  }
}

const activatedJobs = (records: readonly ZeebeRecord[]): readonly ActivatedJob[] =>
  records.flatMap((record) =>
    record.valueType === 'JOB_BATCH'
      ? record.value.jobs.map(({ elementId, retries, customHeaders, variables }) => ({
          element: elementId,
          retries,
          headers: customHeaders,
          variables,
        }))
      : [],
  )
