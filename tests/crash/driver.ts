import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'

const creators = 8
const workers = 2
/** How long a worker may hold a job. */
const leaseMs = 1_000
const model = readFileSync(join(import.meta.dirname, 'order.bpmn'))

const created = z.object({ processInstanceKey: z.string() })
const activated = z.object({ jobs: z.array(z.object({ jobKey: z.string() })) })
const found = z.object({
  items: z.array(z.object({ processInstanceKey: z.string(), state: z.string() })),
  page: z.object({ endCursor: z.string().nullable() }),
})

/** The server was there and said no. */
class Refusal extends Error {}

/** Creates instances and works on their jobs while the server comes and goes. */
export class Driver {
  /** Orders by the key of the process instance that was acknowledged for them. */
  readonly acknowledged = new Map<string, string>()
  /** Jobs that were handed out again although their completion had been acknowledged. */
  readonly completedTwice: string[] = []
  /** Jobs that two workers had at the same time. */
  readonly leasedTwice: string[] = []
  /** Answers that are neither a success nor due to a crash. */
  readonly refusals: string[] = []
  readonly #address: string
  readonly #ledger: string
  readonly #completed = new Set<string>()
  /** When each job was asked for at the latest. */
  readonly #askedAt = new Map<string, number>()
  readonly #stopCreating = new AbortController()
  readonly #stop = new AbortController()
  #creating: readonly Promise<void>[] = []
  #working: readonly Promise<void>[] = []
  #orders = 0

  constructor(address: string, ledger: string) {
    this.#address = address
    this.#ledger = ledger
  }

  async deploy(): Promise<void> {
    const form = new FormData()
    form.append('resources', new Blob([model]), 'order.bpmn')
    const response = await fetch(`${this.#address}/v2/deployments`, { method: 'POST', body: form })
    if (!response.ok) throw new Error(await response.text())
  }

  start(): void {
    this.#creating = Array.from({ length: creators }, () => this.#create())
    this.#working = Array.from({ length: workers }, () => this.#work())
  }

  async stopCreating(): Promise<void> {
    this.#stopCreating.abort()
    await Promise.all(this.#creating)
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await Promise.all(this.#working)
  }

  /** Waits until no acknowledged instance is active any more, as long as it takes. */
  async statesOfAcknowledged(): Promise<ReadonlySet<string>> {
    for (;;) {
      const states = await this.#states()
      const of = [...this.acknowledged.keys()].map((key) => states.get(key) ?? 'LOST')
      if (!of.includes('ACTIVE')) return new Set(of)
      await delay(200)
    }
  }

  async #states(): Promise<ReadonlyMap<string, string>> {
    const states = new Map<string, string>()
    let after: string | null = null
    do {
      const page: object = after === null ? { limit: 10_000 } : { limit: 10_000, after }
      const answer: unknown = await this.#post('/process-instances/search', { page })
      const { items, page: next }: z.infer<typeof found> = found.parse(answer)
      for (const { processInstanceKey, state } of items) states.set(processInstanceKey, state)
      after = items.length === 0 ? null : next.endCursor
    } while (after !== null)
    return states
  }

  async #create(): Promise<void> {
    while (!this.#stopCreating.signal.aborted) {
      const order = `order-${++this.#orders}`
      const variables = { order, ledger: this.#ledger }
      const body = { processDefinitionId: 'order', variables }
      const answer = await this.#try('/process-instances', body)
      if (answer === undefined) await delay(20)
      else this.acknowledged.set(created.parse(answer).processInstanceKey, order)
    }
  }

  async #work(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const request = { type: 'pack', timeout: leaseMs, maxJobsToActivate: 5, requestTimeout: 200 }
      const askedAt = Date.now()
      const answer = await this.#try('/jobs/activation', request)
      if (answer === undefined) await delay(20)
      else {
        const { jobs } = activated.parse(answer)
        await Promise.all(jobs.map(({ jobKey }) => this.#pack(jobKey, askedAt)))
      }
    }
  }

  async #pack(jobKey: string, askedAt: number): Promise<void> {
    if (this.#completed.has(jobKey)) this.completedTwice.push(jobKey)
    // A lease begins after it was asked for, so that the next one can never come earlier.
    const earliest = (this.#askedAt.get(jobKey) ?? 0) + leaseMs
    if (Date.now() < earliest) this.leasedTwice.push(jobKey)
    this.#askedAt.set(jobKey, askedAt)
    const answer = await this.#try(`/jobs/${jobKey}/completion`, { variables: { packed: true } })
    if (answer !== undefined) this.#completed.add(jobKey)
  }

  /** Undefined when nothing was acknowledged. */
  async #try(path: string, body: object): Promise<unknown> {
    try {
      return await this.#post(path, body)
    } catch (error) {
      if (error instanceof Refusal) this.refusals.push(error.message)
      return undefined
    }
  }

  async #post(path: string, body: object): Promise<unknown> {
    const response = await fetch(`${this.#address}/v2${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Refusal(`${path}: ${response.status} ${await response.text()}`)
    if (response.status === 204) return null
    return response.json()
  }
}
