import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneTask } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'
import { variableSizeMax } from './variables.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

describe('the variables of an instance', () => {
  it('stay within 4 MB, also when an incident is resolved without a cure', async () => {
    await test.deploy(oneTask({ outputs: { twice: '=text + text' } }))
    const key = await test.create()
    const job = await test.activate()
    const text = 'x'.repeat(0.6 * variableSizeMax)
    await test.engine.jobs.complete(job?.jobKey ?? '', { text })
    const [incident] = await test.all('incidents', key)
    expect(incident).toMatchObject({ errorType: 'IO_MAPPING_ERROR', state: 'ACTIVE' })

    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')

    const sizes = (await test.all('variables', key)).map(({ name, value }) => [name, value.length])
    expect(sizes).toEqual([['text', text.length + 2]])
    expect((await test.all('incidents', key)).map(({ state }) => state)).toEqual([
      'RESOLVED',
      'ACTIVE',
    ])
    expect(await test.all('process-instances')).toMatchObject([{ state: 'ACTIVE' }])
  })
})
