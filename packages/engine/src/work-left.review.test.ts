import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openEngine } from './engine.ts'
import { end, flow, model, start, task } from './testing/model.ts'

it('a loop goes on with one command at a time, whatever else happens in its instance', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-review-'))
  let groups = 0
  const now = (): number => {
    groups++
    return Date.now()
  }
  const engine = openEngine({ folder, now })
  const xml = model(
    [
      start + end + task('task') + '<bpmn:parallelGateway id="fork" />',
      '<bpmn:exclusiveGateway id="a" /><bpmn:exclusiveGateway id="b" />',
      flow('start', 'fork') + flow('fork', 'task') + flow('fork', 'a') + flow('task', 'end'),
      flow('a', 'b') + flow('b', 'a', '=true') + flow('b', 'end', '=stop = true'),
    ].join('\n'),
  )
  await engine.commands.deploy([{ name: 'm.bpmn', content: new TextEncoder().encode(xml) }])
  const { processInstanceKey } = await engine.commands.createProcessInstance({
    processDefinitionId: 'process',
  })
  const count = async (): Promise<number> => {
    const filter = [
      { field: 'processInstanceKey', operator: '$eq' as const, value: processInstanceKey },
    ]
    const sort = [{ field: 'elementInstanceKey', order: 'DESC' as const }]
    const { items } = await engine.queries.search('element-instances', {
      filter,
      sort,
      page: { limit: 1 },
    })
    return Number(items[0]?.elementInstanceKey ?? 0)
  }
  const perGroup = async (): Promise<number> => {
    const [keys, before] = [await count(), groups]
    await delay(300)
    return ((await count()) - keys) / (groups - before)
  }
  const alone = await perGroup()
  const [job] = await engine.jobs.activate({
    type: 'work',
    worker: 'w',
    timeoutMs: 60_000,
    maxJobsToActivate: 1,
    requestTimeoutMs: 1_000,
  })
  for (let n = 0; n < 20; n++) await engine.jobs.update(job?.jobKey ?? '', { retries: n + 1 })
  const disturbed = await perGroup()
  await engine.commands.cancelProcessInstance(processInstanceKey)
  await engine.close()
  rmSync(folder, { recursive: true })
  console.info({ alone, disturbed })
  // 1,000 transitions a group, and 21,000 after twenty updates of a sibling's job.
  expect(disturbed).toBeLessThan(alone * 3)
})
