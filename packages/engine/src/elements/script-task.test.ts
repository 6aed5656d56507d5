import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { variableSizeMax } from '../core/variables.ts'
import { end, flow, model, start } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const deploy = (expression: string) =>
  test.deploy(
    model(
      [
        start + end + flow('start', 'task') + flow('task', 'end'),
        `<bpmn:scriptTask id="task"><bpmn:extensionElements><zeebe:script expression="${expression}" resultVariable="result" /></bpmn:extensionElements></bpmn:scriptTask>`,
      ].join('\n'),
    ),
  )

describe('a script task', () => {
  it('sets its result', async () => {
    await deploy('=a + 1')
    expect(await test.run({ a: 2 })).toEqual({ a: 2, result: 3 })
  })

  it('can be repaired where its script fails, also after a restart', async () => {
    await deploy('=assert(a, a > 2)')
    const key = await test.create({ a: 2 })
    const [incident] = await test.all('incidents')
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'task' })
    await test.restart()
    await test.engine.commands.setVariables(key, { a: 3 }, { local: false })
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    expect(await test.all('process-instances')).toMatchObject([{ state: 'COMPLETED' }])
  })

  it('raises an incident for a result that is too large', async () => {
    await deploy('=[a, a]')
    await test.create({ a: 'x'.repeat(variableSizeMax / 2) })
    const [incident] = await test.all('incidents')
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'task' })
    expect(incident?.errorMessage).toContain(`${variableSizeMax} are allowed`)
  })
})
