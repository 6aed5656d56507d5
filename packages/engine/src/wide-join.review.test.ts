import { expect, it } from 'vitest'
import { Step } from './core/step.ts'
import { end, flow, model, start } from './testing/model.ts'
import { TestEngine } from './testing/test-engine.ts'

/** Entries of `arrivedFlows` that are copied while a fork of so many branches is joined. */
const copiedEntries = async (width: number): Promise<number> => {
  const test = new TestEngine()
  const ids = Array.from({ length: width }, (_, n) => `t${n}`)
  const parts = [
    start + end + '<bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />',
    ...ids.map((id) => `<bpmn:exclusiveGateway id="${id}" />`),
    flow('start', 'fork') + flow('join', 'end'),
    ...ids.map((id) => flow('fork', id) + flow(id, 'join')),
  ]
  let copied = 0
  const change = Step.prototype.changeProcessInstance
  Step.prototype.changeProcessInstance = function (changes): void {
    copied += Object.keys(changes.arrivedFlows ?? {}).length
    change.call(this, changes)
  }
  const started = performance.now()
  let [longest, last] = [0, performance.now()]
  const watch = setInterval(() => {
    const at = performance.now()
    ;[longest, last] = [Math.max(longest, at - last), at]
  }, 1)
  try {
    await test.deploy(model(parts.join('\n')))
    await test.engine.commands.createProcessInstance({
      processDefinitionId: 'process',
      awaitCompletion: { timeoutMs: 100_000 },
    })
  } finally {
    clearInterval(watch)
    Step.prototype.changeProcessInstance = change
    await test.close()
  }
  const ms = Math.round(performance.now() - started)
  const rssMb = Math.round(process.memoryUsage().rss / 1e6)
  console.info({ width, ms, longestBlockMs: Math.round(longest), rssMb, copied })
  return copied
}

it('a join costs in proportion to its width', { timeout: 120_000 }, async () => {
  const width = Number(process.env['WIDTH'] ?? 3_000)
  const [small, large] = [await copiedEntries(width / 10), await copiedEntries(width)]
  expect(large / small).toBeLessThan(20)
})
