import { jobOf, parseBpmn } from '@tenon/bpmn'
import { integer, text, type Columns } from '../storage/columns.ts'

/** Definitions whose headers stay in memory. */
export const cachedHeadersMax = 200

/** By element, as JSON. */
type HeadersOfModel = ReadonlyMap<string, string>

/** The headers of jobs, which stand in the models and not with each job. */
export class JobHeaders {
  readonly #readXml: (processDefinitionKey: string) => Promise<string>
  /** Those used last are at the end. */
  readonly #models = new Map<number, HeadersOfModel>()

  constructor(readXml: (processDefinitionKey: string) => Promise<string>) {
    this.#readXml = readXml
  }

  /** Adds `custom_headers` to rows of jobs. */
  async addTo(rows: readonly Columns[]): Promise<readonly Columns[]> {
    // Each model once, in whatever order the jobs of many stand.
    const models = new Map<number, HeadersOfModel>()
    for (const columns of rows) {
      const key = integer(columns, 'process_definition_key')
      if (!models.has(key)) models.set(key, await this.#modelOf(columns))
    }
    return rows.map((columns) => {
      const model = models.get(integer(columns, 'process_definition_key'))
      return { ...columns, custom_headers: model?.get(text(columns, 'element_id')) ?? '{}' }
    })
  }

  async #modelOf(columns: Columns): Promise<HeadersOfModel> {
    const key = integer(columns, 'process_definition_key')
    const model = this.#models.get(key) ?? (await this.#load(key, text(columns, 'definition_id')))
    this.#models.delete(key)
    this.#models.set(key, model)
    const [oldest] = this.#models.keys()
    if (this.#models.size > cachedHeadersMax && oldest !== undefined) this.#models.delete(oldest)
    return model
  }

  async #load(key: number, processId: string): Promise<HeadersOfModel> {
    const xml = await this.#readXml(String(key))
    // A model of an older and less strict Tenon still has its jobs shown.
    const processes = await parseBpmn(xml).catch(() => [])
    const elements = processes.find(({ id }) => id === processId)?.elements.values() ?? []
    const headers = new Map<string, string>()
    for (const element of elements) {
      const job = jobOf(element)
      if (job !== null) headers.set(element.id, JSON.stringify(job.headers))
    }
    return headers
  }
}
