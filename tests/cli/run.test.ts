import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FailingServer, serve } from './local-server.ts'
import { fileOf, model, restModel } from './models.ts'
import { endOf, spawnTenon, temporaryFolder, tenon } from './tenon.ts'

const variablesFor = (url: string): string => JSON.stringify({ url })
const straight = model(`<bpmn:startEvent id="start" />
<bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="end" />
<bpmn:endEvent id="end" />`)

it("prints the variables that Camunda's REST connector gives", async () => {
  const url = await serve((_request, response) => {
    response.writeHead(201, 'Made', [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['X-Part', 'one'],
      ['X-Part', 'two'],
      ['Set-Cookie', 'session=1'],
    ])
    response.end('{"id": 18446744073709551615, "price": 1.10, "note": null, "list": [1, {"a": 2}]}')
  })
  const path = fileOf(restModel({ headers: { resultVariable: 'answer' } }))

  const { stdout, stderr, exitCode } = await tenon(['run', path, '--variables', variablesFor(url)])

  expect(stderr).toBe('')
  expect(exitCode).toBe(0)
  const { answer, ...others } = JSON.parse(stdout)
  expect(others).toEqual({ url })
  expect(answer).toEqual({
    status: 201,
    reason: 'Made',
    headers: expect.objectContaining({
      'Content-Type': 'application/json; charset=utf-8',
      'X-Part': 'one',
      'Set-Cookie': ['session=1'],
    }),
    body: { id: expect.any(Number), price: 1.1, note: null, list: [1, { a: 2 }] },
    document: null,
  })
  expect(stdout).toContain('"id": 18446744073709551615,')
})

it('sends what Camunda sends, and maps by the result expression', async () => {
  const received = { method: '', url: '', body: '' }
  const url = await serve((request, response) => {
    received.method = request.method ?? ''
    received.url = request.url ?? ''
    request.setEncoding('utf8').on('data', (text: string) => (received.body += text))
    request.on('end', () => response.end('{"number": 7}'))
  })
  const path = fileOf(
    restModel({
      inputs: {
        method: 'POST',
        queryParameters: '={q: "a b", n: 2.0}',
        body: '={amount: 0.1 + 0.2, none: null}',
      },
      headers: {
        resultExpression: '={number: response.body.number, ok: status = 200, url: "local"}',
      },
    }),
  )

  const { stdout } = await tenon(['run', path, '--variables', variablesFor(`${url}/orders`)])

  expect(received.method).toBe('POST')
  expect(received.url).toBe('/orders?q=a%20b&n=2')
  expect(JSON.parse(received.body)).toEqual({ amount: 0.3, none: null })
  // A result that is named like an input stays in the task.
  expect(JSON.parse(stdout)).toEqual({ url: `${url}/orders`, number: 7, ok: true })
})

it('completes after its retries', async () => {
  const server = new FailingServer(2)
  const path = fileOf(restModel({ headers: { resultExpression: '={request: body.request}' } }))

  const { stdout, exitCode } = await tenon([
    'run',
    path,
    '--variables',
    variablesFor(await serve(server.listener)),
  ])

  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ request: 3 })
  expect(server.requests).toBe(3)
})

it('ends with the reason of the incident when no retry is left', async () => {
  const server = new FailingServer(Infinity)
  const path = fileOf(restModel({}))

  const { stdout, stderr, exitCode } = await tenon([
    'run',
    path,
    '--variables',
    variablesFor(await serve(server.listener)),
  ])

  expect(exitCode).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(
    /^error INCIDENT_RAISED: Element task \(JOB_NO_RETRIES\): Internal Server Error \(\w+ http:.* answered 500\)\n$/,
  )
  expect(server.requests).toBe(3)
})

it('loses no digit, and reads variables from a file', async () => {
  const text = '{"big": 12345678901234567890, "long": 0.12345678901234567890, "tiny": 1e-400}'

  const { stdout } = await tenon([
    'run',
    fileOf(straight),
    '--variables',
    `@${fileOf(text, 'variables.json')}`,
  ])

  expect(stdout).toBe(`{
  "big": 12345678901234567890,
  "long": 0.12345678901234567890,
  "tiny": 1e-400
}
`)
})

it('takes secrets from the environment, and never shows them', async () => {
  const url = await serve((request, response) => {
    response.end(JSON.stringify({ sent: request.headers.authorization }))
  })
  const path = fileOf(
    restModel({
      inputs: { 'authentication.type': 'bearer', 'authentication.token': '{{secrets.shop.key}}' },
      headers: { resultExpression: '={sent: body.sent}' },
    }),
  )
  const variables = JSON.stringify({ url, text: '{{secrets.shop.key}}' })

  const { stdout, stderr } = await tenon(['run', path, '--variables', variables], {
    TENON_SECRET_shop_key: 'very-secret',
  })

  expect(JSON.parse(stdout)).toEqual({ url, text: '{{secrets.shop.key}}', sent: 'Bearer ***' })
  expect(stderr).toBe('')
})

it('leaves nothing behind, unless it is given a data folder', async () => {
  const temporary = temporaryFolder()
  const data = join(temporaryFolder(), 'new')
  const path = fileOf(straight)

  await tenon(['run', path], { TMPDIR: temporary, NODE_COMPILE_CACHE: temporaryFolder() })
  expect(readdirSync(temporary)).toEqual([])

  for (const args of [['--data', data], []]) {
    const { exitCode } = await tenon(['run', path, ...args], { TENON_DATA: data })
    expect(exitCode).toBe(0)
  }
  expect(existsSync(join(data, 'engine.db'))).toBe(true)
})

it('runs the process that is chosen of several', async () => {
  const both = `${straight.replace('</bpmn:definitions>', '')}
<bpmn:process id="other" isExecutable="true">
<bpmn:startEvent id="start2"><bpmn:extensionElements><zeebe:ioMapping>
<zeebe:output source="=1 + 1" target="two" />
</zeebe:ioMapping></bpmn:extensionElements></bpmn:startEvent>
</bpmn:process></bpmn:definitions>`
  const path = fileOf(both)

  const chosen = await tenon(['run', path, '--process', 'other'])
  const unchosen = await tenon(['run', path])
  const wrong = await tenon(['run', path, '--process', 'third'])

  expect(JSON.parse(chosen.stdout)).toEqual({ two: 2 })
  expect(unchosen.exitCode).toBe(2)
  expect(unchosen.stderr).toContain('PROCESS_NOT_CHOSEN')
  expect(wrong.exitCode).toBe(2)
  expect(wrong.stderr).toContain('It has: process, other.')
})

it('takes a variable that is missing for null', async () => {
  const { stderr, exitCode } = await tenon(['run', fileOf(restModel({}))])

  expect(stderr).toContain('error INCIDENT_RAISED: Element task (JOB_NO_RETRIES): ')
  expect(stderr).toContain('url')
  expect(exitCode).toBe(1)
})

const unattended = restModel({}).replace('io.camunda:http-json:1', 'nobody-does-this')

it('says where it waits when it takes too long', async () => {
  const path = fileOf(unattended)

  const { stderr, exitCode } = await tenon([
    'run',
    path,
    '--timeout',
    '0.3',
    '--variables',
    variablesFor(''),
  ])

  expect(exitCode).toBe(1)
  expect(stderr).toContain('error RUN_TIMED_OUT: After 0.3 s')
  expect(stderr).toContain('waits at task (SERVICE_TASK)')
})

it('leaves nothing behind when it is interrupted', async () => {
  const temporary = temporaryFolder()
  const child = spawnTenon(['run', fileOf(unattended), '--variables', variablesFor('')], {
    TMPDIR: temporary,
    NODE_COMPILE_CACHE: temporaryFolder(),
  })
  const ended = endOf(child)
  await expect.poll(() => readdirSync(temporary), { timeout: 30_000 }).toHaveLength(1)
  child.kill('SIGINT')

  expect(await ended).toMatchObject({ exitCode: 1, stdout: '' })
  expect((await ended).stderr).toContain('error RUN_INTERRUPTED: ')
  expect(readdirSync(temporary)).toEqual([])
})
