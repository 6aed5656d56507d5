import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entity, Job, JsonObject, SearchItems } from '@tenon/orchestration'
import { openEngine, type Engine } from '../engine.ts'

/** An engine in a folder of its own; for tests. */
export class TestEngine {
  readonly folder = mkdtempSync(join(tmpdir(), 'tenon-engine-'))
  engine: Engine = openEngine({ folder: this.folder })

  async restart(): Promise<void> {
    await this.engine.close()
    this.engine = openEngine({ folder: this.folder })
  }

  async close(): Promise<void> {
    await this.engine.close()
    rmSync(this.folder, { recursive: true })
  }

  async deploy(xml: string): Promise<string> {
    const content = new TextEncoder().encode(xml)
    const { processDefinitions } = await this.engine.commands.deploy([
      { name: 'model.bpmn', content },
    ])
    return processDefinitions[0]?.processDefinitionKey ?? ''
  }

  /** Creates an instance of process `process`; returns its key. */
  async create(variables: JsonObject = {}): Promise<string> {
    const request = { processDefinitionId: 'process', variables }
    return (await this.engine.commands.createProcessInstance(request)).processInstanceKey
  }

  /** Runs an instance to its end; returns its variables. */
  async run(variables: JsonObject = {}): Promise<JsonObject> {
    const request = {
      processDefinitionId: 'process',
      variables,
      awaitCompletion: { timeoutMs: 5_000 },
    }
    return (await this.engine.commands.createProcessInstance(request)).variables
  }

  /** Leases one job of type `work`; undefined when there is none. */
  async activate(options: { readonly timeoutMs?: number } = {}): Promise<Job | undefined> {
    const [job] = await this.engine.jobs.activate({
      type: 'work',
      worker: 'test',
      timeoutMs: options.timeoutMs ?? 60_000,
      maxJobsToActivate: 1,
      requestTimeoutMs: 2_000,
    })
    return job
  }

  /** All items of an entity, by key; of one process instance when given. */
  async all<E extends Entity>(
    entity: E,
    processInstanceKey?: string,
  ): Promise<readonly SearchItems[E][]> {
    const condition = { field: 'processInstanceKey', operator: '$eq' } as const
    const filter =
      processInstanceKey === undefined ? [] : [{ ...condition, value: processInstanceKey }]
    const page = { limit: 1_000 }
    return (await this.engine.queries.search(entity, { filter, sort: [], page })).items
  }
}
