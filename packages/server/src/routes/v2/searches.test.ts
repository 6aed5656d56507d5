import { untruncatedCharactersMax, type Variable } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pageOf } from '../../testing/answers.ts'
import { taskModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await TestApp.open()
  await test.deploy(taskModel)
})
afterEach(() => test.close())

const key = expect.stringMatching(/^\d+$/)
const date = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

describe('POST /process-definitions/search', () => {
  it('shows every member of a definition', async () => {
    expect(await test.search('process-definitions', { isLatestVersion: true })).toEqual([
      {
        processDefinitionKey: key,
        processDefinitionId: 'process',
        name: 'Test',
        resourceName: 'model.bpmn',
        version: 1,
        versionTag: null,
        tenantId: '<default>',
        hasStartForm: false,
        state: 'ACTIVE',
      },
    ])
  })
})

describe('POST /element-instances/search', () => {
  it('shows every member of an element instance; one without a name has its id', async () => {
    const processInstanceKey = await test.start()
    const common = {
      elementInstanceKey: key,
      processInstanceKey,
      processDefinitionKey: key,
      processDefinitionId: 'process',
      hasIncident: false,
      incidentKey: null,
      tenantId: '<default>',
      startDate: date,
      rootProcessInstanceKey: key,
    }
    expect(await test.search('element-instances')).toEqual([
      {
        ...common,
        elementId: 'start',
        elementName: 'start',
        type: 'START_EVENT',
        state: 'COMPLETED',
        endDate: date,
      },
      {
        ...common,
        elementId: 'task',
        elementName: 'Do it',
        type: 'SERVICE_TASK',
        state: 'ACTIVE',
        endDate: null,
      },
    ])
  })
})

describe('POST /incidents/search and POST /incidents/{key}/resolution', () => {
  const raise = async (): Promise<{ jobKey: string; incidentKey: string }> => {
    await test.start()
    const jobKey = await test.activate()
    await test.post(`/jobs/${jobKey}/failure`, { errorMessage: 'broken' })
    const [incident] = await test.search('incidents')
    return { jobKey, incidentKey: String(incident?.['incidentKey']) }
  }

  it('shows every member of an incident', async () => {
    const { jobKey } = await raise()
    expect(await test.search('incidents', { state: 'ACTIVE' })).toEqual([
      {
        incidentKey: key,
        errorType: 'JOB_NO_RETRIES',
        errorMessage: 'broken',
        state: 'ACTIVE',
        creationTime: date,
        elementId: 'task',
        elementInstanceKey: key,
        jobKey,
        processInstanceKey: key,
        processDefinitionKey: key,
        processDefinitionId: 'process',
        tenantId: '<default>',
        rootProcessInstanceKey: key,
      },
    ])
  })

  it('resolves once the job has retries', async () => {
    // given
    const { jobKey, incidentKey } = await raise()
    await test.send('PATCH', `/jobs/${jobKey}`, { changeset: { retries: 1 } })
    // when
    const response = await test.post(`/incidents/${incidentKey}/resolution`)
    // then
    expect([response.statusCode, response.body]).toEqual([204, ''])
    expect(await test.activate()).toBe(jobKey)
    expect(await test.search('incidents', { state: 'ACTIVE' })).toEqual([])
  })

  it('knows no incident that is not there', async () => {
    expect((await test.post('/incidents/1/resolution', {})).statusCode).toBe(404)
    expect((await test.post('/incidents/x/resolution', {})).statusCode).toBe(400)
    expect((await test.post('/incidents/1/resolution', { force: true })).statusCode).toBe(400)
  })
})

describe('POST /variables/search', () => {
  const long = 'x'.repeat(untruncatedCharactersMax)

  it('shows every member of a variable, its value as JSON text', async () => {
    const processInstanceKey = await test.start({ variables: { a: { b: ['c'] } } })
    expect(await test.search('variables', { name: 'a' })).toEqual([
      {
        variableKey: key,
        name: 'a',
        value: '{"b":["c"]}',
        scopeKey: processInstanceKey,
        processInstanceKey,
        isTruncated: false,
        tenantId: '<default>',
        rootProcessInstanceKey: key,
      },
    ])
  })

  it('shows no sealed reference', async () => {
    await test.start()
    expect(await test.search('variables', { name: 'token' })).toMatchObject([
      { value: '"Bearer {{secrets.TOKEN}}"' },
    ])
  })

  it.each([
    ['', untruncatedCharactersMax, true],
    ['?truncateValues=true', untruncatedCharactersMax, true],
    ['?truncateValues=false', untruncatedCharactersMax + 2, false],
  ])('shortens long values as "%s" says', async (query, length, isTruncated) => {
    await test.start({ variables: { long } })
    const response = await test.post(`/variables/search${query}`, { filter: { name: 'long' } })
    const [variable] = pageOf<Variable>(response).items
    expect([variable?.value.length, variable?.isTruncated]).toEqual([length, isTruncated])
  })

  it('leaves no half of a character behind', async () => {
    await test.start({ variables: { long: `${long.slice(2)}😀😀😀` } })
    const [variable] = await test.search('variables', { name: 'long' })
    expect(String(variable?.['value']).isWellFormed()).toBe(true)
  })

  it.each(['?truncateValues=maybe', '?truncateValues=true&truncateValues=1'])(
    'refuses %s',
    async (query) => {
      expect((await test.post(`/variables/search${query}`)).statusCode).toBe(400)
    },
  )
})
