import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, oneTask, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'
import { variableSizeMax } from './variables.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const set = (...given: Parameters<typeof test.engine.commands.setVariables>): Promise<void> =>
  test.engine.commands.setVariables(...given)

/** Those of each scope, as `scope name=value`. */
const variables = async (key: string, scopes: Readonly<Record<string, string>>) =>
  (await test.all('variables', key)).map(
    ({ scopeKey, name, value }) => `${scopes[scopeKey]} ${name}=${value}`,
  )

/** An instance that waits at its task, whose input makes `own`. */
const startTask = async () => {
  await test.deploy(oneTask({ inputs: { own: '=given' } }))
  const key = await test.create({ given: 1 })
  const job = await test.activate()
  const taskKey = job?.elementInstanceKey ?? ''
  return { key, taskKey, jobKey: job?.jobKey ?? '', scopes: { [key]: 'root', [taskKey]: 'task' } }
}

describe('setting variables', () => {
  it('changes and adds those of a process instance, by its key', async () => {
    const { key, scopes } = await startTask()

    await set(key, { given: 2, added: { a: [null] } })

    expect(await variables(key, scopes)).toEqual([
      'root given=2',
      'task own=1',
      'root added={"a":[null]}',
    ])
  })

  it('finds the scope of each, from an element instance outwards', async () => {
    const { key, taskKey, scopes } = await startTask()

    await set(taskKey, { own: 2, given: 3, added: 4 })

    expect(await variables(key, scopes)).toEqual(['root given=3', 'task own=2', 'root added=4'])
  })

  it('sets those of a sub-process from a task within it', async () => {
    const mapping =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="middle" />' +
      '</zeebe:ioMapping></bpmn:extensionElements>'
    const content = `<bpmn:startEvent id="in" />${task('task')}${flow('in', 'task')}`
    const sub = `<bpmn:subProcess id="sub">${mapping}${content}</bpmn:subProcess>`
    await test.deploy(model(start + sub + end + flow('start', 'sub') + flow('sub', 'end')))
    const key = await test.create()
    const keys = new Map(
      (await test.all('element-instances', key)).map((row) => [
        row.elementId,
        row.elementInstanceKey,
      ]),
    )
    const scopes = { [key]: 'root', [keys.get('sub') ?? '']: 'sub' }

    await set(keys.get('task') ?? '', { middle: 2, outer: 3 })
    await set(keys.get('sub') ?? '', { outer: 4 }, { local: true })

    expect(await variables(key, scopes)).toEqual(['sub middle=2', 'root outer=3', 'sub outer=4'])
  })

  it('stays in the very scope when it is told to', async () => {
    const { key, taskKey, jobKey, scopes } = await startTask()

    await set(taskKey, { own: 2, given: 3 }, { local: true })

    expect(await variables(key, scopes)).toEqual(['root given=1', 'task own=2', 'task given=3'])
    // What was handed out already is not touched; who gets the job next sees them.
    await test.engine.jobs.update(jobKey, { timeoutMs: 0 })
    expect((await test.activate())?.variables).toEqual({ own: 2, given: 3 })
  })

  it('lets a retry succeed that failed for want of one, also after a restart', async () => {
    await test.deploy(
      model(
        [
          start,
          '<bpmn:exclusiveGateway id="choice" />',
          end,
          flow('start', 'choice'),
          flow('choice', 'end', '=amount > 10'),
        ].join('\n'),
      ),
    )
    const key = await test.create()
    const [incident] = await test.all('incidents', key)

    await set(key, { amount: 12 })
    await test.restart()

    expect(await test.all('incidents', key)).toMatchObject([{ state: 'ACTIVE' }])
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    expect(await test.all('process-instances')).toMatchObject([{ state: 'COMPLETED' }])
  })

  it('tells those who watch', async () => {
    const { key } = await startTask()
    const told: string[] = []
    test.engine.queries.watch(({ processInstanceKeys }) => told.push(...processInstanceKeys))

    await set(key, { given: 2 })

    expect(told).toEqual([key])
  })

  it('keeps within the size of all variables, and sets none where one is too large', async () => {
    const { key, taskKey, scopes } = await startTask()
    const before = await variables(key, scopes)
    const rest = variableSizeMax - '1'.length - '1'.length
    const text = (size: number): string => 'x'.repeat(size - '""'.length)

    for (const size of [rest + 1, 10 * rest]) {
      const tooLarge = set(taskKey, { given: 2, text: text(size) }, { local: true })
      await expect(tooLarge).rejects.toMatchObject({ code: 'VARIABLES_TOO_LARGE' })
      expect(await variables(key, scopes)).toEqual(before)
    }
    await set(key, { text: text(rest) })
    expect(await variables(key, scopes)).toHaveLength(3)
  })

  it('knows no scope that has ended, or that never was', async () => {
    const { key, taskKey, jobKey } = await startTask()
    const [begun] = await test.all('element-instances', key)
    const ended = begun?.elementInstanceKey ?? ''
    await expect(set(ended, { a: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining(`Element instance ${ended} has ended`),
    })
    await expect(set('1', { a: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(set(jobKey, { a: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })

    await test.engine.jobs.complete(jobKey)

    for (const scope of [key, taskKey]) {
      await expect(set(scope, { a: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect((await test.all('variables', key)).map(({ name }) => name)).not.toContain('a')
  })
})
