import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../limits.ts'
import { detailOf } from '../../testing/answers.ts'
import { straightModel, taskModel } from '../../testing/models.ts'
import { multipart, multipartHeaders, type Part } from '../../testing/multipart.ts'
import { TestApp } from '../../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await TestApp.open()
})
afterEach(() => test.close())

const post = (...parts: readonly Part[]) =>
  test.app.inject({
    method: 'POST',
    url: '/v2/deployments',
    headers: multipartHeaders,
    payload: multipart(...parts),
  })

const resource = (content: string, filename = 'straight.bpmn'): Part => ({
  name: 'resources',
  filename,
  content,
})

interface Deployed {
  readonly deployments: readonly { readonly processDefinition: object }[]
}

const key = expect.stringMatching(/^\d+$/)

describe('POST /deployments', () => {
  it('deploys, with every member of the answer', async () => {
    const response = await post(resource(straightModel, 'Übung 1.bpmn'), {
      name: 'tenantId',
      content: '<default>',
    })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({
      deploymentKey: key,
      tenantId: '<default>',
      deployments: [
        {
          processDefinition: {
            processDefinitionKey: key,
            processDefinitionId: 'process',
            processDefinitionVersion: 1,
            resourceName: 'Übung 1.bpmn',
            tenantId: '<default>',
          },
          decisionDefinition: null,
          decisionRequirements: null,
          form: null,
          resource: null,
        },
      ],
    })
  })

  it('makes a new version of another model, and none of the same', async () => {
    const definitionOf = async (xml: string) =>
      (await post(resource(xml))).json<Deployed>().deployments[0]?.processDefinition
    const first = await definitionOf(straightModel)
    expect(first).toMatchObject({ processDefinitionVersion: 1 })
    expect(await definitionOf(straightModel)).toEqual(first)
    expect(await definitionOf(taskModel)).toMatchObject({ processDefinitionVersion: 2 })
  })

  it('deploys all or nothing', async () => {
    const response = await post(resource(straightModel), resource('<no-bpmn />', 'broken.bpmn'))
    expect(response.statusCode).toBe(400)
    expect(response.headers['tenon-error-code']).toBe('DEPLOYMENT_REJECTED')
    expect(await test.search('process-definitions')).toEqual([])
  })

  it.each<[string, Part[], string]>([
    ['no part', [], 'No resources provided'],
    ['no file name', [{ name: 'resources', content: 'x' }], 'has no filename'],
    ['an empty file name', [resource('x', '')], 'has no filename'],
    ['an unknown part', [{ name: 'comment', content: 'x' }], '"comment"'],
    ['an unknown file', [{ name: 'file', filename: 'a.bpmn', content: 'x' }], '"file"'],
    ['another tenant', [{ name: 'tenantId', content: 'acme' }], 'tenantId'],
    ['a part of a strange name', [{ name: '__proto__', content: 'x' }], 'multipart'],
  ])('refuses %s', async (_, parts, named) => {
    const response = await post(...parts)
    expect(response.statusCode).toBe(400)
    expect(detailOf(response)).toContain(named)
  })

  it('takes a resource at the limit, and none one byte over or ten times over', async () => {
    const ofSize = (bytes: number) => resource(straightModel.padEnd(bytes, ' '))
    expect((await post(ofSize(limits.resourceBytesMax))).statusCode).toBe(200)
    for (const bytes of [limits.resourceBytesMax + 1, limits.resourceBytesMax * 10]) {
      const response = await post(ofSize(bytes))
      expect(response.statusCode).toBe(413)
      expect(response.headers['tenon-error-code']).toBe('BODY_TOO_LARGE')
      expect(detailOf(response)).toContain('straight.bpmn')
    }
  })

  it('takes no more bytes than the limit of all resources together', async () => {
    const large = resource(straightModel.padEnd(limits.resourceBytesMax, ' '))
    const response = await post(large, large, large, large, large, large)
    expect(response.statusCode).toBe(413)
    expect(detailOf(response)).toContain('together')
  })

  it('takes no more resources than the limit', async () => {
    const parts = Array.from({ length: limits.resourcesMax + 1 }, () => resource('x'))
    const response = await post(...parts)
    expect(response.statusCode).toBe(413)
    expect(response.headers['tenon-error-code']).toBe('BODY_TOO_LARGE')
  })

  it.each([
    ['that is cut off', multipart(resource('x')).slice(0, 60), multipartHeaders],
    ['that is empty', '', multipartHeaders],
    ['without a boundary', 'x', { 'content-type': 'multipart/form-data' }],
  ])('refuses a body %s', async (_, payload, headers) => {
    const response = await test.app.inject({
      method: 'POST',
      url: '/v2/deployments',
      headers,
      payload,
    })
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toBe('application/problem+json')
  })

  it('takes nothing but multipart', async () => {
    const response = await test.post('/deployments', { resources: [] })
    expect(response.statusCode).toBe(415)
    expect(detailOf(response)).toContain('Send multipart/form-data')
    const empty = await test.post('/deployments')
    expect(empty.statusCode).toBe(400)
  })
})
