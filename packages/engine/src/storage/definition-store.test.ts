import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'
import { cachedDefinitionsMax } from './definition-store.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const named = (id: string): string =>
  model(start + task('task') + end + flow('start', 'task') + flow('task', 'end'), { id })

const create = (processDefinitionId: string) =>
  test.engine.commands.createProcessInstance({ processDefinitionId })

describe('a definition that cannot be loaded any more', () => {
  it('stops neither the jobs of others nor the engine', async () => {
    await test.deploy(named('broken'))
    await test.deploy(named('sound'))
    for (const id of ['broken', 'sound']) await create(id)
    expect(await test.lease({ maxJobsToActivate: 2, timeoutMs: 1 })).toHaveLength(2)

    // Such as after an upgrade to a Tenon that reads models more strictly.
    await test.restart((database) =>
      database.exec("UPDATE process_definition SET xml = '<no/>' WHERE id = 'broken'"),
    )

    const jobs = await test.lease({ maxJobsToActivate: 2 })
    expect(jobs.map(({ processDefinitionId }) => processDefinitionId)).toEqual(['sound'])
    await expect(create('broken')).rejects.toMatchObject({
      code: 'INVALID_STATE',
      message: expect.stringContaining('cannot run it'),
    })
    await expect(create('sound')).resolves.toBeDefined()
  })
})

describe('a definition that does not exist', () => {
  it('is not found by its key', async () => {
    const created = test.engine.commands.createProcessInstance({ processDefinitionKey: '1' })

    await expect(created).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('more definitions than stay in memory', () => {
  it('can all be at work in one command', async () => {
    const ids = await createOfEach(cachedDefinitionsMax + 1)

    const jobs = await test.lease({ maxJobsToActivate: ids.length })

    const found = jobs.map(({ processDefinitionId }) => processDefinitionId)
    expect(found.toSorted()).toEqual(ids.toSorted())
  })

  it('do not drive each other out so that a command never ends', async () => {
    const ids = await createOfEach(cachedDefinitionsMax + 2)

    const first = await test.lease({ maxJobsToActivate: ids.length })
    const second = await test.lease({ maxJobsToActivate: ids.length })

    const found = new Set([...first, ...second].map(({ jobKey }) => jobKey))
    expect(found.size).toBe(first.length + second.length)
    expect(first).not.toEqual([])
    expect(second).not.toEqual([])
  })

  /** Deploys so many definitions with an instance each; returns their ids. */
  const createOfEach = async (count: number): Promise<readonly string[]> => {
    const ids = Array.from({ length: count }, (_, n) => `p${n}`)
    const content = (id: string) => new TextEncoder().encode(named(id))
    const resources = ids.map((id) => ({ name: `${id}.bpmn`, content: content(id) }))
    await test.engine.commands.deploy(resources)
    await Promise.all(ids.map(create))
    return ids
  }
})
