import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openEngine } from './engine.ts'
import { oneTask } from './testing/model.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'tenon-review-'))
const deploy = { name: 'model.bpmn', content: new TextEncoder().encode(oneTask()) }
const poll = { type: 'work', worker: 'w', timeoutMs: 20, maxJobsToActivate: 1 }

it('leaves no timer behind when it closes with a lease under way', async () => {
  const path = folder()
  let reads = 0
  const now = (): number => {
    reads++
    return Date.now()
  }
  const engine = openEngine({ folder: path, now })
  await engine.commands.deploy([deploy])
  await engine.commands.createProcessInstance({ processDefinitionId: 'process' })
  const leasing = engine.jobs.activate({ ...poll, requestTimeoutMs: 0 })
  await engine.close()
  await leasing
  const readsAtClose = reads
  await delay(2_500)
  // The due timer fires, is refused, and comes again each second, for ever: the process cannot end.
  expect(reads - readsAtClose).toBe(0)
  rmSync(path, { recursive: true })
})

it('answers a long poll that it finds under way', { timeout: 5_000 }, async () => {
  const path = folder()
  const engine = openEngine({ folder: path })
  const polling = engine.jobs.activate({ ...poll, requestTimeoutMs: 60_000 }).catch(() => [])
  await engine.close()
  const late = delay(2_000, 'still waits', { ref: false })
  expect(await Promise.race([polling, late])).toEqual([])
  rmSync(path, { recursive: true })
})

it('does not open the folder again for a command that waits for its definition', async () => {
  const path = folder()
  const first = openEngine({ folder: path })
  await first.commands.deploy([deploy])
  await first.close()

  const second = openEngine({ folder: path })
  const start = () => second.commands.createProcessInstance({ processDefinitionId: 'process' })
  const started = [start(), start()].map((promise) => promise.then(() => 'done', String))
  await second.close()
  const answers = await Promise.race([Promise.all(started), delay(1_000, 'not answered')])
  expect(answers).toEqual(['done', 'done'])
  rmSync(path, { recursive: true })
})
