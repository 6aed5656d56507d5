import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEngine } from './engine.ts'
import { end, flow, model, start, task } from './testing/model.ts'
import { TestEngine } from './testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const named = (id: string): string =>
  model(start + task('task') + end + flow('start', 'task') + flow('task', 'end'), { id })

const create = (processDefinitionId: string) =>
  test.engine.commands.createProcessInstance({ processDefinitionId })

const poll = (maxJobsToActivate: number) =>
  test.engine.jobs.activate({
    type: 'work',
    worker: 'w',
    timeoutMs: 50,
    maxJobsToActivate,
    requestTimeoutMs: 0,
  })

it('one definition that cannot be loaded stops neither the jobs of others nor the process', async () => {
  const unhandled: unknown[] = []
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (error) => unhandled.push(error))
  for (const id of ['broken', 'sound']) {
    await test.deploy(named(id))
    await create(id)
  }
  expect(await poll(2)).toHaveLength(2)
  await test.engine.close()
  // Such as after an upgrade to a Tenon that reads models more strictly.
  using database = new DatabaseSync(join(test.folder, 'engine.db'))
  database.exec("UPDATE process_definition SET xml = '<no/>' WHERE id = 'broken'")
  database.close()
  await new Promise((resolve) => setTimeout(resolve, 60))
  test.engine = openEngine({ folder: test.folder })
  await new Promise((resolve) => setTimeout(resolve, 200))
  const jobs = await poll(2).catch((error: unknown) => String(error))
  process.removeAllListeners('unhandledRejection')
  for (const listener of listeners) process.on('unhandledRejection', listener)
  expect.soft(unhandled).toEqual([])
  expect.soft(jobs).toHaveLength(1)
})

it(
  'jobs of more definitions than stay in memory can be activated',
  { timeout: 40_000 },
  async () => {
    const ids = Array.from({ length: 1_001 }, (_, n) => `p${n}`)
    const content = (id: string) => new TextEncoder().encode(named(id))
    await test.engine.commands.deploy(
      ids.map((id) => ({ name: `${id}.bpmn`, content: content(id) })),
    )
    await Promise.all(ids.map(create))
    const late = new Promise((resolve) => setTimeout(() => resolve('never answered'), 15_000))
    expect(await Promise.race([poll(1_001), late])).toHaveLength(1_001)
  },
)
