import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../limits.ts'
import { detailOf } from '../../testing/answers.ts'
import { taskModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'

let test: TestApp
let key: string
beforeEach(async () => {
  test = await TestApp.open()
  await test.deploy(taskModel)
  key = await test.start({ variables: { a: 1 } })
})
afterEach(() => test.close())

const put = (body?: object, scopeKey = key) =>
  test.send('PUT', `/element-instances/${scopeKey}/variables`, body)

/** The variables of a scope but that of the task's input, as `name=value`. */
const variablesOf = async (scopeKey: string) =>
  (await test.search('variables', { scopeKey, name: { $neq: 'token' } })).map(
    ({ name, value }) => `${String(name)}=${String(value)}`,
  )

const taskKey = async (): Promise<string> => {
  const [task] = await test.search('element-instances', { elementId: 'task' })
  return String(task?.['elementInstanceKey'])
}

describe('PUT /element-instances/{key}/variables', () => {
  it('sets those of a process instance, and answers with nothing', async () => {
    const response = await put({ variables: { a: 2, b: null }, operationReference: 7 })

    expect(response.statusCode).toBe(204)
    expect(response.body).toBe('')
    expect(await variablesOf(key)).toEqual(['a=2', 'b=null'])
  })

  it.each([
    [{}, ['a=2', 'b=3'], []],
    [{ local: false }, ['a=2', 'b=3'], []],
    [{ local: null }, ['a=2', 'b=3'], []],
    [{ local: true }, ['a=1'], ['a=2', 'b=3']],
  ])('of an element instance with %j sets %j outside and %j inside', async (more, outer, inner) => {
    const task = await taskKey()

    const response = await put({ variables: { a: 2, b: 3 }, ...more }, task)

    expect(response.statusCode).toBe(204)
    expect(await variablesOf(key)).toEqual(outer)
    expect(await variablesOf(task)).toEqual(inner)
  })

  it('keeps all digits of a number, and any name', async () => {
    await test.app.inject({
      method: 'PUT',
      url: `/v2/element-instances/${key}/variables`,
      headers: { 'content-type': 'application/json' },
      payload: '{"variables":{"n":12345678901234567890,"__proto__":1}}',
    })

    expect(await variablesOf(key)).toEqual(['a=1', 'n=12345678901234567890', '__proto__=1'])
  })

  it.each<[string, object | undefined, string, string]>([
    ['no body', undefined, 'REQUEST_INVALID', 'no body'],
    ['no variables', {}, 'INVALID_ARGUMENT', '[variables]'],
    ['null as variables', { variables: null }, 'INVALID_ARGUMENT', '[variables]'],
    ['variables that are a list', { variables: [] }, 'INVALID_ARGUMENT', '[variables]'],
    ['local as text', { variables: {}, local: 'yes' }, 'REQUEST_INVALID', '[local]'],
    ['an unknown property', { variables: {}, colour: 1 }, 'REQUEST_INVALID', '[colour]'],
    ['reference 0', { variables: {}, operationReference: 0 }, 'INVALID_ARGUMENT', 'Reference'],
  ])('refuses %s', async (_, body, code, named) => {
    const response = await put(body)
    expect(response.statusCode).toBe(400)
    expect(response.headers['tenon-error-code']).toBe(code)
    expect(detailOf(response)).toContain(named)
  })

  it('knows no scope that is not there', async () => {
    expect((await put({ variables: {} }, 'x')).statusCode).toBe(400)
    const response = await put({ variables: {} }, '1')
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ title: 'NOT_FOUND' })
  })

  it('is as guarded as other operations, against foreign pages and bodies too large', async () => {
    const send = (headers: Record<string, string>, text = 'x') =>
      test.app.inject({
        method: 'PUT',
        url: `/v2/element-instances/${key}/variables`,
        headers: { 'content-type': 'application/json', ...headers },
        payload: JSON.stringify({ variables: { text } }),
      })
    const foreign = await Promise.all([
      send({ host: 'evil.example' }),
      send({ origin: 'http://evil.example' }),
    ])
    expect(foreign.map(({ headers }) => headers['tenon-error-code'])).toEqual([
      'HOST_REFUSED',
      'ORIGIN_REFUSED',
    ])
    expect((await send({ 'content-type': 'text/plain' })).statusCode).toBe(415)
    expect((await send({}, 'x'.repeat(limits.jsonBytesMax))).statusCode).toBe(413)
    expect(await variablesOf(key)).toEqual(['a=1'])
  })

  it('shows a secret that data names as the text it is', async () => {
    await put({ variables: { a: '{{secrets.TOKEN}}' } })

    expect(await variablesOf(key)).toEqual(['a="{{secrets.TOKEN}}"'])
  })
})
