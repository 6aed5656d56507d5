import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openEngine } from './engine.ts'
import { end, flow, model, oneTask, start } from './testing/model.ts'
import { TestEngine } from './testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

describe('a process instance', () => {
  it('runs to its end and answers with its variables', async () => {
    await test.deploy(model(start + end + flow('start', 'end')))
    expect(await test.run({ a: 1, b: { c: ['x'] } })).toEqual({ a: 1, b: { c: ['x'] } })
  })

  it('answers only with the variables asked for', async () => {
    await test.deploy(model(start + end + flow('start', 'end')))
    const { variables } = await test.engine.commands.createProcessInstance({
      processDefinitionId: 'process',
      variables: { a: 1, b: 2 },
      awaitCompletion: { timeoutMs: 1_000, fetchVariables: ['b'] },
    })
    expect(variables).toEqual({ b: 2 })
  })

  it('answers TIMED_OUT when it has not ended in time, and goes on', async () => {
    await test.deploy(oneTask())
    const created = test.engine.commands.createProcessInstance({
      processDefinitionId: 'process',
      awaitCompletion: { timeoutMs: 20 },
    })
    await expect(created).rejects.toMatchObject({ code: 'TIMED_OUT' })
    expect((await test.all('process-instances'))[0]?.state).toBe('ACTIVE')
  })

  it('is no longer waited for when the signal aborts, and goes on', async () => {
    await test.deploy(oneTask())
    const gone = new AbortController()
    const create = () =>
      test.engine.commands.createProcessInstance({
        processDefinitionId: 'process',
        awaitCompletion: { timeoutMs: 60_000, signal: gone.signal },
      })
    const created = create()
    await test.settle()
    gone.abort()
    await expect(created).rejects.toMatchObject({ code: 'TIMED_OUT' })
    await expect(create()).rejects.toMatchObject({ code: 'TIMED_OUT' })
    expect(await test.all('process-instances')).toMatchObject([
      { state: 'ACTIVE' },
      { state: 'ACTIVE' },
    ])
  })

  it('keeps a null, in memory and over a restart', async () => {
    await test.deploy(oneTask({ inputs: { none: '=missing' } }))
    await test.create({ nothing: null })
    await test.restart()
    expect((await test.activate())?.variables).toEqual({ nothing: null, none: null })
  })

  it('knows the time of the engine in its time zone', async () => {
    const output = { at: '=string(now())', day: '=string(today())', id: '=string length(uuid())' }
    await test.engine.close()
    const now = (): number => Date.UTC(2026, 6, 1, 22, 30)
    test.engine = openEngine({ folder: test.folder, timeZone: 'Europe/Berlin', now })
    await test.deploy(oneTask({ outputs: output }))
    const running = test.run()
    const job = await test.activate()
    await test.engine.jobs.complete(job?.jobKey ?? '')
    expect(await running).toEqual({
      at: '2026-07-02T00:30:00@Europe/Berlin',
      day: '2026-07-02',
      id: 36,
    })
  })

  it('keeps every digit of a number', async () => {
    await test.deploy(model(start + end + flow('start', 'end')))
    const result = await test.run({ big: JSON.rawJSON('12345678901234567890') })
    expect(JSON.stringify(result)).toBe('{"big":12345678901234567890}')
  })

  it('is refused without a definition', async () => {
    await expect(test.create()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused with more than 4 MB of variables, and leaves nothing behind', async () => {
    await test.deploy(model(start + end + flow('start', 'end')))
    const tooLarge = test.create({ text: 'x'.repeat(4 * 1024 * 1024) })
    await expect(tooLarge).rejects.toMatchObject({ code: 'VARIABLES_TOO_LARGE' })
    expect(await test.all('process-instances')).toEqual([])
  })

  it('ends with all that is in it when it is cancelled', async () => {
    await test.deploy(oneTask())
    const key = await test.create()
    const job = await test.activate()
    await test.engine.commands.cancelProcessInstance(key)
    expect((await test.all('process-instances'))[0]?.state).toBe('TERMINATED')
    expect((await test.all('element-instances', key)).map(({ state }) => state)).toEqual([
      'COMPLETED',
      'TERMINATED',
    ])
    await expect(test.engine.jobs.complete(job?.jobKey ?? '')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(test.engine.commands.cancelProcessInstance(key)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('keeps the secret references of its model apart from text that looks like one', async () => {
    await test.deploy(oneTask({ inputs: { token: 'Bearer {{secrets.TOKEN}}', told: '=data' } }))
    const key = await test.create({ data: '{{secrets.TOKEN}}' })
    const { variables } = await new Promise<{ variables: Record<string, unknown> }>((resolve) => {
      test.engine.jobs.subscribe({
        type: 'work',
        maxJobsActive: 1,
        handler: async (job) => {
          resolve(job)
          await test.engine.jobs.complete(job.jobKey)
        },
      })
    })
    expect(variables['told']).toBe('{{secrets.TOKEN}}')
    expect(variables['token']).not.toBe('Bearer {{secrets.TOKEN}}')
    const shown = (await test.all('variables', key)).find(({ name }) => name === 'token')
    expect(shown?.value).toBe('"Bearer {{secrets.TOKEN}}"')
  })
})

describe('deployment', () => {
  it('gives a changed file the next version, and the same file the same', async () => {
    const first = await test.deploy(oneTask())
    expect(await test.deploy(oneTask())).toBe(first)
    expect(await test.deploy(oneTask({ retries: '5' }))).not.toBe(first)
    const versions = (await test.all('process-definitions')).map(({ version }) => version)
    expect(versions).toEqual([1, 2])
  })

  it('lists each FEEL mistake with its element and line, and deploys nothing', async () => {
    const wrong = test.deploy(oneTask({ inputs: { a: '=1 +', b: '=2 +' } }))
    await expect(wrong).rejects.toMatchObject({
      code: 'DEPLOYMENT_REJECTED',
      message: expect.stringMatching(
        /model\.bpmn: element task, line \d+: mapping to a.*\n.*mapping to b/,
      ),
    })
    expect(await test.all('process-definitions')).toEqual([])
  })

  it('takes a file with a byte order mark that says that it is UTF-8', async () => {
    const xml = oneTask().replace(/^\s*(<\?xml.*?\?>)?\s*/, '')
    expect(await test.deploy(`\uFEFF<?xml version='1.0' encoding='utf-8'?>${xml}`)).not.toBe('')
  })

  it.each<[string, string, BufferEncoding]>([
    ['it is not UTF-8', '<a name="Größe" />', 'latin1'],
    ['it is not UTF-8', '\uFEFF<a />', 'utf16le'],
    ['says ISO-8859-1', '<?xml version="1.0" encoding="ISO-8859-1"?><a />', 'latin1'],
  ])('refuses a file when %s: %s', async (reason, xml, encoding) => {
    const content = Buffer.from(xml, encoding)
    const deployed = test.engine.commands.deploy([{ name: 'model.bpmn', content }])
    await expect(deployed).rejects.toMatchObject({
      code: 'DEPLOYMENT_REJECTED',
      message: expect.stringContaining(reason),
    })
    await expect(deployed).rejects.toThrow(/^model\.bpmn: .*UTF-8/)
  })

  it('refuses a file that is not BPMN', async () => {
    const content = new TextEncoder().encode('{}')
    const deployed = test.engine.commands.deploy([{ name: 'form.form', content }])
    await expect(deployed).rejects.toMatchObject({ code: 'DEPLOYMENT_REJECTED' })
  })
})

describe('mappings', () => {
  it('give the task its own variables and only mapped results to the process', async () => {
    await test.deploy(
      oneTask({
        inputs: { 'request.id': '=order + 1', 'request.kind': 'new', sum: '=request.id * 2' },
        outputs: { total: '=sum + result', 'answer.text': '="done"' },
      }),
    )
    const key = await test.create({ order: 41, answer: { kept: true } })
    const job = await test.activate()
    expect(job?.variables).toEqual({
      order: 41,
      answer: { kept: true },
      request: { id: 42, kind: 'new' },
      sum: 84,
    })
    await test.engine.jobs.complete(job?.jobKey ?? '', { result: 16, other: 'stays' })
    const scope = (await test.all('variables', key)).filter(({ scopeKey }) => scopeKey === key)
    expect(Object.fromEntries(scope.map(({ name, value }) => [name, value]))).toEqual({
      order: '41',
      answer: '{"kept":true,"text":"done"}',
      total: '100',
    })
  })

  it('keep a result local that has the name of an input', async () => {
    await test.deploy(oneTask({ inputs: { body: '="sent"' } }))
    const running = test.run()
    const job = await test.activate()
    await test.engine.jobs.complete(job?.jobKey ?? '', { body: 'received', status: 200 })
    expect(await running).toEqual({ status: 200 })
  })
})

describe('keys', () => {
  it('never come again, not even after a restart', async () => {
    await test.deploy(oneTask({ inputs: { x: '=1' } }))
    await test.create({ a: 1 })
    const before = keys()

    await test.restart()
    await test.create({ a: 1 })

    const after = keys().filter((key) => !before.includes(key))
    // The definition is the same.
    expect(after).toHaveLength(before.length - 1)
    expect(Math.min(...after)).toBeGreaterThan(Math.max(...before))
  })

  const tables = ['process_definition', 'process_instance', 'element_instance', 'variable', 'job']
  const keys = (): readonly number[] =>
    test
      .query(tables.map((table) => `SELECT key FROM ${table}`).join(' UNION ALL '))
      .map(({ key }) => Number(key))
})

describe('a data folder that another process writes', () => {
  it('fails commands but no searches, and works again afterwards', async () => {
    await test.deploy(oneTask())
    const key = await test.create({ a: 1 })
    using other = test.connect()
    other.exec('BEGIN IMMEDIATE')
    // The first fails to write; the second, to open the database anew.
    for (let n = 0; n < 2; n++) {
      await expect(test.create()).rejects.toMatchObject({
        code: 'STORAGE_FAILED',
        message: expect.stringContaining('who else uses the folder'),
      })
    }
    expect(await test.all('process-instances')).toMatchObject([{ processInstanceKey: key }])
    other.exec('ROLLBACK')

    expect(await test.activate()).toMatchObject({ processInstanceKey: key, variables: { a: 1 } })
    await test.create()
    expect(await test.all('process-instances')).toHaveLength(2)
  })
})

describe('an engine that closes', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('leaves no timer behind, also with a lease under way', async () => {
    await test.deploy(oneTask())
    await test.create()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

    const leasing = test.lease({ timeoutMs: 20, requestTimeoutMs: 0 })
    await test.engine.close()

    expect(await leasing).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('answers long polls, those that wait and those under way', async () => {
    const waiting = test.lease({ requestTimeoutMs: 60_000 })
    await test.settle()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const underWay = test.lease({ requestTimeoutMs: 60_000 })

    await test.engine.close()

    expect(await waiting).toEqual([])
    expect(await underWay).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('answers commands that wait for their definition, and lets go of the folder', async () => {
    await test.deploy(oneTask())
    await test.restart()

    const created = [test.create(), test.create()]
    await test.engine.close()
    const keys = await Promise.all(created)

    // A connection that stayed open would hold the log.
    expect(readdirSync(test.folder)).not.toContain('engine.db-wal')
    await test.restart()
    const found = (await test.all('process-instances')).map((item) => item.processInstanceKey)
    expect(found).toEqual(keys)
  })
})
