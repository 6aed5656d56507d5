import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { onTestFinished, expect, it } from 'vitest'
import { serve } from './local-server.ts'
import { between, fileOf, restModel } from './models.ts'
import { spawnTenon, temporaryFolder, tenon } from './tenon.ts'

const startTenon = async (data: string) => {
  const child = spawnTenon(['start'], { TENON_PORT: '0', TENON_DATA: data, TENON_PROT: '1' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  const stderr = text(child.stderr)
  const exited = once(child, 'exit')
  await once(reader, 'line')
  const address = /^Tenon ready at (http:\/\/127\.0\.0\.1:\d+)$/.exec(lines[0] ?? '')?.[1] ?? ''
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
    return { exitCode: child.exitCode, stdout: lines, stderr: await stderr }
  }
  return { address, stop }
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'prints that it is ready, and ends at %s',
  async (signal) => {
    const { address, stop } = await startTenon(temporaryFolder())

    expect((await fetch(`${address}/v2/topology`)).status).toBe(200)

    const { exitCode, stdout, stderr } = await stop(signal)
    expect(exitCode).toBe(0)
    expect(stdout).toEqual([`Tenon ready at ${address}`])
    expect(stderr).toContain('warning: The environment variable TENON_PROT is not known')
    expect(stderr).toContain('Is it TENON_PORT?')
  },
)

it('runs what was deployed to it, also after a restart', async () => {
  const data = temporaryFolder()
  const url = await serve((_request, response) => response.end('{"n": 1}'))
  const path = fileOf(restModel({ headers: { resultExpression: '={n: body.n}' } }), 'call.bpmn')

  const first = await startTenon(data)
  const deployed = await tenon(['deploy', path, '--to', first.address])
  await first.stop('SIGTERM')
  const second = await startTenon(data)
  const response = await fetch(`${second.address}/v2/process-instances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      processDefinitionId: 'process',
      variables: { url },
      awaitCompletion: true,
    }),
  })

  expect(deployed.stdout).toMatch(/^call\.bpmn: process process, version 1, key \d+\n$/)
  expect(deployed.exitCode).toBe(0)
  expect(await response.json()).toMatchObject({ variables: { n: 1, url } })
})

it('deploys all models or none, and tells each problem', async () => {
  const { address } = await startTenon(temporaryFolder())
  const right = fileOf(restModel({}), 'right.bpmn')
  const wrong = fileOf(between('<bpmn:userTask id="ask" />'), 'wrong.bpmn')

  const { stdout, stderr, exitCode } = await tenon(['deploy', right, wrong, '--to', address])

  expect(stdout).toBe('')
  expect(stderr).toMatch(/^error DEPLOYMENT_REJECTED: .*wrong\.bpmn/)
  expect(stderr).toContain('element ask, line 8: <bpmn:userTask> in <bpmn:process>')
  expect(exitCode).toBe(1)
  const found = await fetch(`${address}/v2/process-definitions/search`, { method: 'POST' })
  expect(await found.json()).toMatchObject({ items: [] })
})

it('says when it is not Tenon that answers', async () => {
  const address = await serve((_request, response) => response.end('hello'))

  const { stderr, exitCode } = await tenon(['deploy', fileOf(restModel({})), '--to', address])

  expect(stderr).toContain(`error SERVER_NOT_TENON: ${address} answered 200`)
  expect(exitCode).toBe(1)
})
