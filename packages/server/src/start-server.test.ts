import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Settings } from './settings.ts'
import { startServer, type RunningServer } from './start-server.ts'
import { straightModel } from './testing/models.ts'

const log = pino({ enabled: false })
let folder: string
let settings: Settings
const running: RunningServer[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-server-'))
  settings = { host: '127.0.0.1', port: 0, dataFolder: join(folder, 'data') }
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
  rmSync(folder, { recursive: true })
})

const start = async (changes: Partial<Settings> = {}): Promise<RunningServer> => {
  const server = await startServer({ ...settings, ...changes }, { log, environment: {} })
  running.push(server)
  return server
}

const deploy = async (address: string): Promise<Response> => {
  const body = new FormData()
  body.append('resources', new File([straightModel], 'straight.bpmn'))
  return fetch(`${address}/v2/deployments`, { method: 'POST', body })
}

const startInstance = (address: string): Promise<Response> =>
  fetch(`${address}/v2/process-instances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"processDefinitionId":"process","awaitCompletion":true,"variables":{"a":1}}',
  })

describe('startServer', () => {
  it('serves at the address that it returns, and keeps all when it is started again', async () => {
    // given
    const first = await start()
    expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await deploy(first.address)).status).toBe(200)
    await running.pop()?.close()
    // when
    const second = await start()
    const response = await startInstance(second.address)
    // then
    expect(await response.json()).toMatchObject({ variables: { a: 1 } })
  })

  it('keeps drafts too, and brings the templates of its connectors', async () => {
    // given
    const first = await start()
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ name: 'Order', xml: straightModel })
    await fetch(`${first.address}/api/models`, { method: 'POST', headers, body })
    await running.pop()?.close()
    // when
    const { address } = await start()
    // then
    const models: unknown = await (await fetch(`${address}/api/models`)).json()
    expect(models).toMatchObject({ items: [{ name: 'Order', revision: 1 }] })
    const templates: unknown = await (await fetch(`${address}/api/templates`)).json()
    expect(templates).toMatchObject({ items: [{ id: 'tenon.http' }], problems: [] })
  })

  it('refuses drafts of a newer Tenon, and lets go of the data folder', async () => {
    // given
    await start()
    await running.pop()?.close()
    const path = join(settings.dataFolder, 'product.db')
    const product = new DatabaseSync(path)
    product.exec('PRAGMA user_version = 1000')
    product.close()
    // when
    const refused = start()
    // then
    await expect(refused).rejects.toMatchObject({ code: 'PRODUCT_DATA_TOO_NEW' })
    rmSync(path)
    await start()
  })

  it('says which port another program holds, and lets go of the data folder', async () => {
    // given
    const { address } = await start()
    const port = Number(new URL(address).port)
    const other = { port, dataFolder: join(folder, 'other') }
    // when
    const refused = start(other)
    // then
    await expect(refused).rejects.toMatchObject({ code: 'PORT_IN_USE' })
    await expect(start(other)).rejects.toThrow(`Another program listens on 127.0.0.1:${port}`)
    await start({ ...other, port: 0 })
  })

  it('says that an address is not of this machine', async () => {
    const refused = start({ host: '203.0.113.1' })
    await expect(refused).rejects.toMatchObject({ code: 'LISTEN_FAILED' })
  })

  it('can be closed twice', async () => {
    const server = await start()
    await server.close()
    await server.close()
  })
})
