import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openInstallation, type InstallationOptions } from './installation.ts'
import { callModel } from './testing/models.ts'

/** A system that listens on this machine. */
const startSystem = async (): Promise<string> => {
  const server = createServer((_, response) => response.writeHead(204).end())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
}

/** The variables of an instance that has called the address. */
const call = async (address: string, options: Partial<InstallationOptions>): Promise<unknown> => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-installation-'))
  const log = pino({ enabled: false })
  const own = { dataFolder: join(folder, 'data'), environment: {}, log }
  const installation = await openInstallation({ ...own, ...options })
  try {
    installation.startConnectors()
    const { commands } = installation.engine
    await commands.deploy([{ name: 'call.bpmn', content: new TextEncoder().encode(callModel) }])
    const { variables } = await commands.createProcessInstance({
      processDefinitionId: 'process',
      variables: { address },
      awaitCompletion: { timeoutMs: 10_000 },
    })
    return variables
  } finally {
    await installation.close()
    rmSync(folder, { recursive: true })
  }
}

describe('what connectors may call', () => {
  it.each([undefined, '127.0.0.1', '::1'])(
    'is this machine where nobody else can reach us: %s',
    async (host) => {
      expect(await call(await startSystem(), { host })).toMatchObject({ status: 204 })
    },
  )

  it('is not this machine where others can reach us', async () => {
    expect(await call(await startSystem(), { host: '0.0.0.0' })).toMatchObject({
      refusal: expect.stringMatching(/^127.0.0.1 is a loopback address, which may not be called/),
    })
  })

  it('is what the operator allows', async () => {
    const environment = { TENON_ALLOWED_HOSTS: '127.0.0.0/8' }
    const variables = await call(await startSystem(), { host: '0.0.0.0', environment })
    expect(variables).toMatchObject({ status: 204 })
  })

  it('is no metadata service', async () => {
    expect(await call('http://169.254.169.254/', {})).toMatchObject({
      refusal: expect.stringMatching(/link-local.*TENON_ALLOWED_HOSTS/),
    })
  })
})
