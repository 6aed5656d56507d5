import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestEngine } from '../../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

/** Opens the data that an older version wrote. */
const openFixture = (name: string): Promise<void> =>
  test.restart(() => {
    const packed = readFileSync(join(import.meta.dirname, '..', 'fixtures', name))
    writeFileSync(join(test.folder, 'engine.db'), gunzipSync(packed))
  })

describe('data of version 1', () => {
  // A token waits at the join, and the other branch has an incident; one instance has ended; a loop
  // goes on for ever, with a transition that was put off.
  beforeEach(() => openFixture('version-1.db.gz'))

  it('goes on where it was', async () => {
    const instances = await test.all('process-instances')
    expect(instances.map(({ processDefinitionId, state }) => [processDefinitionId, state])).toEqual(
      [
        ['process', 'ACTIVE'],
        ['process', 'COMPLETED'],
        ['loop', 'ACTIVE'],
      ],
    )
    const [waiting, , looping] = instances
    const [incident] = await test.all('incidents', waiting?.processInstanceKey)
    await test.engine.jobs.update(incident?.jobKey ?? '', { retries: 1 })
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    const [job] = await test.lease({ type: 'other' })
    await test.engine.jobs.complete(job?.jobKey ?? '')
    const before = (await test.all('element-instances', looping?.processInstanceKey)).length
    expect((await test.all('process-instances'))[0]?.state).toBe('COMPLETED')

    const count = async (): Promise<number> =>
      (await test.all('element-instances', looping?.processInstanceKey)).length
    if (before < 1_000) await expect.poll(count).toBeGreaterThan(before)
    await test.engine.commands.cancelProcessInstance(looping?.processInstanceKey ?? '')
  })

  it('takes new instances of its definitions', async () => {
    const key = await test.create({ order: { id: 2 } })
    expect((await test.all('jobs', key)).map(({ type }) => type)).toEqual(['other', 'work'])
  })
})
