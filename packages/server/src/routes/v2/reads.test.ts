import { untruncatedCharactersMax } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { taskModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await TestApp.open()
  await test.deploy(taskModel)
})
afterEach(() => test.close())

/** The first item of an entity, by its key. */
const found = async (entity: string, keyName: string) => {
  const [item = {}] = await test.search(entity)
  return { item, path: `/${entity}/${String(item[keyName])}` }
}

describe('GET by key', () => {
  beforeEach(async () => {
    await test.start({ variables: { a: 1 } })
    await test.post(`/jobs/${await test.activate()}/failure`, { errorMessage: 'broken' })
  })

  it.each([
    ['process-definitions', 'processDefinitionKey'],
    ['element-instances', 'elementInstanceKey'],
    ['incidents', 'incidentKey'],
  ])('gives one of the %s as its search does', async (entity, keyName) => {
    const { item, path } = await found(entity, keyName)
    const response = await test.send('GET', path)
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual(item)
  })

  it('gives a variable, which is never cut', async () => {
    const { item, path } = await found('variables', 'variableKey')
    const { isTruncated, ...variable } = item
    expect(isTruncated).toBe(false)
    expect((await test.send('GET', path)).json()).toEqual(variable)
  })

  it.each([
    'process-definitions',
    'element-instances',
    'incidents',
    'variables',
    'process-definitions/1/xml',
  ])('knows none of the %s that is not there', async (path) => {
    const [entity, , rest] = path.split('/')
    const suffix = rest === undefined ? '' : `/${rest}`
    expect((await test.send('GET', `/${entity}/1${suffix}`)).statusCode).toBe(404)
    expect((await test.send('GET', `/${entity}/x${suffix}`)).statusCode).toBe(400)
  })
})

it('gives all of a long variable', async () => {
  const long = 'x'.repeat(untruncatedCharactersMax * 2)
  await test.start({ variables: { long } })
  const [variable] = await test.search('variables', { name: 'long' })
  const response = await test.send('GET', `/variables/${String(variable?.['variableKey'])}`)
  expect(response.json()).toMatchObject({ value: JSON.stringify(long) })
})

it('shows no sealed reference of a variable', async () => {
  await test.start()
  const [variable] = await test.search('variables', { name: 'token' })
  const response = await test.send('GET', `/variables/${String(variable?.['variableKey'])}`)
  expect(response.json()).toMatchObject({ value: '"Bearer {{secrets.TOKEN}}"' })
})

it('gives the XML of a definition as it was deployed', async () => {
  const { path } = await found('process-definitions', 'processDefinitionKey')
  const response = await test.send('GET', `${path}/xml`)
  expect(response.headers['content-type']).toBe('text/xml; charset=utf-8')
  expect(response.headers['cache-control']).toBe('no-store')
  expect(response.body).toBe(taskModel)
  expect(response.body).toContain('Bearer {{secrets.TOKEN}}')
})

it('gives no XML that a browser would run as a page of ours', async () => {
  const { path } = await found('process-definitions', 'processDefinitionKey')
  const { headers } = await test.send('GET', `${path}/xml`)
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; frame-ancestors 'none'; sandbox",
  )
})
