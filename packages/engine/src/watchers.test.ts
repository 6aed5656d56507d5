import type { Changes } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, oneTask, start } from './testing/model.ts'
import { TestEngine } from './testing/test-engine.ts'

let test: TestEngine
let seen: Changes[]

const watch = (): (() => void) => test.engine.queries.watch((changes) => void seen.push(changes))

/** The process instances that were told since the last call. */
const told = (): readonly string[] =>
  seen.splice(0).flatMap((changes) => changes.processInstanceKeys)

beforeEach(() => {
  test = new TestEngine()
  seen = []
})
afterEach(() => test.close())

describe('who watches', () => {
  it('is told which process instances each commit has changed', async () => {
    // given
    await test.deploy(oneTask())
    watch()
    // when, then
    const key = await test.create()
    expect(told()).toEqual([key])
    const job = await test.activate()
    expect(told()).toEqual([key])
    await test.engine.jobs.complete(job?.jobKey ?? '')
    expect(told()).toEqual([key])
  })

  it('is told once of an instance that a commit changed twice', async () => {
    await test.deploy(oneTask())
    watch()
    const [first, second] = await Promise.all([test.create(), test.create()])
    expect(told().toSorted()).toEqual([first, second].toSorted())
    await Promise.all(
      [first, first].map((key) => test.engine.commands.cancelProcessInstance(key).catch(() => {})),
    )
    expect(told()).toEqual([first])
  })

  it('finds by a search what it is told', async () => {
    await test.deploy(model(start + end + flow('start', 'end')))
    const found = new Promise((resolve) => {
      test.engine.queries.watch(({ processInstanceKeys: [key] }) =>
        resolve(test.all('process-instances', key)),
      )
    })
    await test.create()
    expect(await found).toMatchObject([{ state: 'COMPLETED' }])
  })

  it('is told of a new definition, and not of one that was there', async () => {
    watch()
    await test.deploy(oneTask())
    expect(seen).toEqual([{ processInstanceKeys: [], hasNewDefinitions: true }])
    await test.deploy(oneTask())
    expect(seen).toHaveLength(1)
  })

  it('is told nothing of what failed', async () => {
    await test.deploy(oneTask())
    watch()
    await expect(test.engine.commands.cancelProcessInstance('1')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(test.deploy('<nonsense/>')).rejects.toMatchObject({
      code: 'DEPLOYMENT_REJECTED',
    })
    expect(seen).toEqual([])
  })

  it('is told nothing any more once it has ended, and others are', async () => {
    await test.deploy(oneTask())
    const unwatch = watch()
    watch()
    unwatch()
    unwatch()
    await test.create()
    expect(seen).toHaveLength(1)
  })
})
