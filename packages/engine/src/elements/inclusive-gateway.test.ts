import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

/** Which of the tasks a, b and c are done is in the variables of these names. */
const deploy = () => {
  const ids = ['a', 'b', 'c']
  return test.deploy(
    model(
      [
        start + end + flow('start', 'fork') + flow('join', 'end'),
        '<bpmn:inclusiveGateway id="fork" /><bpmn:inclusiveGateway id="join" />',
        ...ids.map((id) => task(id) + flow('fork', id, `=${id}`) + flow(id, 'join')),
      ].join('\n'),
    ),
  )
}

const completeJobs = async (count: number): Promise<void> => {
  const jobs = await test.lease({ maxJobsToActivate: count })
  await Promise.all(jobs.map(({ jobKey }) => test.engine.jobs.complete(jobKey)))
}

const states = async (): Promise<readonly string[]> =>
  (await test.all('process-instances')).map(({ state }) => state)

describe('an inclusive gateway', () => {
  it('joins as many tokens as it has forked', async () => {
    await deploy()
    await test.create({ a: true, b: false, c: true })
    await completeJobs(1)
    expect(await states()).toEqual(['ACTIVE'])
    await completeJobs(1)
    expect(await states()).toEqual(['COMPLETED'])
  })

  it('keeps what waits over a restart', async () => {
    await deploy()
    const key = await test.create({ a: true, b: true, c: true })
    await completeJobs(2)
    await test.restart()
    await completeJobs(1)
    expect(await states()).toEqual(['COMPLETED'])
    const joins = (await test.all('element-instances', key)).filter(
      ({ elementId }) => elementId === 'join',
    )
    expect(joins).toHaveLength(1)
  })

  it('names the variables that are missing, and chooses when they are there', async () => {
    await deploy()
    const key = await test.create({ a: false, b: false })
    const [incident] = await test.all('incidents')
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'fork' })
    expect(incident?.errorMessage).toContain('c')
    await test.engine.commands.setVariables(key, { c: true }, { local: false })
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    await completeJobs(1)
    expect(await states()).toEqual(['COMPLETED'])
  })

  it('forgets what waits when its instance is cancelled', async () => {
    await deploy()
    const key = await test.create({ a: true, b: true, c: false })
    await completeJobs(1)
    await test.engine.commands.cancelProcessInstance(key)
    expect(test.query('SELECT count(*) AS left FROM arrived_flow')).toEqual([{ left: 0 }])
  })
})
