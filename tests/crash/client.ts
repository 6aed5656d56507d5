import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const model = readFileSync(join(import.meta.dirname, 'waiting.bpmn'))

const created = z.object({ processInstanceKey: z.string() })
const problem = z.object({ title: z.string() })
const found = z.object({ items: z.array(z.object({ processInstanceKey: z.string() })) })

/** Creates instances that wait, and remembers those that were acknowledged. */
export class Client {
  readonly acknowledged: string[] = []
  readonly #address: string

  constructor(address: string) {
    this.#address = address
  }

  async deploy(): Promise<void> {
    const form = new FormData()
    form.append('resources', new Blob([model]), 'waiting.bpmn')
    const response = await fetch(`${this.#address}/v2/deployments`, { method: 'POST', body: form })
    if (!response.ok) throw new Error(await response.text())
  }

  /** Returns the status, with the title of a refusal. */
  async create(): Promise<string> {
    const variables = { text: 'x'.repeat(20_000) }
    const response = await this.#post('/process-instances', {
      processDefinitionId: 'waiting',
      variables,
    })
    const body: unknown = await response.json()
    if (!response.ok) return `${response.status} ${problem.parse(body).title}`
    this.acknowledged.push(created.parse(body).processInstanceKey)
    return String(response.status)
  }

  /** Creates instances until one is refused; returns how. */
  async createUntilRefused(): Promise<string> {
    for (;;) {
      const answer = await this.create()
      if (answer !== '200') return answer
    }
  }

  /** The keys of all instances, by their age. */
  async found(): Promise<readonly string[]> {
    const sort = [{ field: 'processInstanceKey', order: 'ASC' }]
    const page = { limit: 10_000 }
    const response = await this.#post('/process-instances/search', { sort, page })
    if (!response.ok) throw new Error(await response.text())
    return found.parse(await response.json()).items.map((item) => item.processInstanceKey)
  }

  #post(path: string, body: object): Promise<Response> {
    return fetch(`${this.#address}/v2${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }
}
