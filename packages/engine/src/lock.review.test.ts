import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync, rmSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openEngine } from './engine.ts'
import { oneTask } from './testing/model.ts'
import { TestEngine } from './testing/test-engine.ts'

it('locked: STORAGE_FAILED, reads go on, recovers, pushed jobs go on', { timeout: 20_000 }, async () => {
  const test = new TestEngine()
  await test.deploy(oneTask())
  const key = await test.create()
  const other = new DatabaseSync(join(test.folder, 'engine.db'))
  other.exec('BEGIN IMMEDIATE')
  const t0 = performance.now()
  const failed = await test.create().catch((e: { code: string }) => e.code)
  console.info('locked', failed, performance.now() - t0)
  const t1 = performance.now()
  const failed2 = await test.create().catch((e: { code: string; message: string }) => e.code + e.message)
  console.info('locked again', failed2, performance.now() - t1)
  expect((await test.all('process-instances')).map((i) => i.processInstanceKey)).toEqual([key])
  other.exec('ROLLBACK')
  other.close()
  const next = await test.create()
  console.info('recovered', next)
  expect((await test.activate())?.processInstanceKey).toBe(key)
  await test.close()
})

it.skipIf(process.getuid?.() !== 0)('full disk', { timeout: 60_000 }, async () => {
  const dir = '/tmp/tenon-review-full'
  mkdirSync(dir, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', dir])
  try {
    const engine = openEngine({ folder: join(dir, 'd') })
    await engine.commands.deploy([{ name: 'm.bpmn', content: new TextEncoder().encode(oneTask()) }])
    const acked: string[] = []
    const codes = new Set<string>()
    for (let n = 0; n < 400; n++) {
      await engine.commands
        .createProcessInstance({ processDefinitionId: 'process', variables: { t: 'x'.repeat(10_000) } })
        .then(({ processInstanceKey }) => acked.push(processInstanceKey))
        .catch((e: { code: string }) => codes.add(e.code))
    }
    console.info('full', acked.length, [...codes])
    expect([...codes]).toEqual(['STORAGE_FAILED'])
    execFileSync('mount', ['-o', 'remount,size=30m', dir])
    const { processInstanceKey } = await engine.commands.createProcessInstance({ processDefinitionId: 'process' })
    acked.push(processInstanceKey)
    await engine.close()
    const again = openEngine({ folder: join(dir, 'd') })
    const { items } = await again.queries.search('process-instances', { filter: [], sort: [], page: { limit: 1000 } })
    expect(items.map((i) => i.processInstanceKey)).toEqual(acked)
    await again.close()
  } finally {
    await delay(50)
    execFileSync('umount', ['-l', dir])
    rmSync(dir, { recursive: true })
  }
})

void writeFileSync
void existsSync
