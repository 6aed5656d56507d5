import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine, type Engine } from '@tenon/engine'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { openApp } from './stubbed-app.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The app before an engine of its own, in a folder of its own. */
export class TestApp {
  readonly app: FastifyInstance
  readonly engine: Engine
  readonly #folder: string

  static async open(options: { readonly isClockPinnable?: boolean } = {}): Promise<TestApp> {
    const folder = mkdtempSync(join(tmpdir(), 'tenon-server-'))
    const engine = openEngine({ folder, ...options })
    return new TestApp(await openApp(engine), engine, folder)
  }

  private constructor(app: FastifyInstance, engine: Engine, folder: string) {
    this.app = app
    this.engine = engine
    this.#folder = folder
  }

  /** Sends JSON to `/v2`; a body of `undefined` sends none. */
  send(method: Method, path: string, body?: object): Promise<LightMyRequestResponse> {
    return this.sendTo(method, `/v2${path}`, body)
  }

  sendTo(method: Method, url: string, body?: object): Promise<LightMyRequestResponse> {
    return this.app.inject({
      method,
      url,
      ...(body && {
        payload: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
  }

  post(path: string, body?: object): Promise<LightMyRequestResponse> {
    return this.send('POST', path, body)
  }

  /** All items that a search finds. */
  async search(entity: string, filter: object = {}): Promise<Record<string, unknown>[]> {
    const response = await this.post(`/${entity}/search`, { filter })
    return response.json<{ items: Record<string, unknown>[] }>().items
  }

  async deploy(xml: string): Promise<void> {
    await this.engine.commands.deploy([{ name: 'model.bpmn', content: Buffer.from(xml) }])
  }

  /** Starts the process `process` and returns the key of the instance. */
  async start(body: object = {}): Promise<string> {
    const response = await this.post('/process-instances', {
      processDefinitionId: 'process',
      ...body,
    })
    return response.json<{ processInstanceKey: string }>().processInstanceKey
  }

  /** Leases the only job there is and returns its key. */
  async activate(body: object = {}): Promise<string> {
    const response = await this.post('/jobs/activation', {
      type: 'work',
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: -1,
      ...body,
    })
    return response.json<{ jobs: { jobKey: string }[] }>().jobs[0]?.jobKey ?? 'none'
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.engine.close()
    rmSync(this.#folder, { recursive: true })
  }
}
