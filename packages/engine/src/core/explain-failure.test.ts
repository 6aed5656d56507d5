import type { JsonObject } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneTask } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

interface Failing {
  readonly inputs: Readonly<Record<string, string>>
  readonly variables?: JsonObject
  /** What the worker says. */
  readonly says: string
}

/** The message of the incident. */
const fail = async ({ inputs, variables = {}, says }: Failing): Promise<string | undefined> => {
  await test.deploy(oneTask({ inputs }))
  const key = await test.create(variables)
  const job = await test.activate()
  const failure = { retries: 0, errorMessage: says, retryBackOffMs: 0 }
  await test.engine.jobs.fail(job?.jobKey ?? '', failure)
  return (await test.all('incidents', key))[0]?.errorMessage
}

describe('the incident of a failed job', () => {
  it('says which variable is missing that an input of the message reads', async () => {
    const inputs = { url: '="http://shop/" + name', 'body.id': '=id' }
    expect(await fail({ inputs, says: 'url must not be blank' })).toBe(
      'url must not be blank. url was computed from the variable "name", which is missing.',
    )
    expect(await fail({ inputs, says: 'body.id: is null. url: is null.' })).toBe(
      'body.id: is null. url: is null. ' +
        'url was computed from the variable "name", which is missing. ' +
        'body.id was computed from the variable "id", which is missing.',
    )
  })

  it('tells a variable from the input of the same name', async () => {
    expect(await fail({ inputs: { url: '=url' }, says: 'url is null' })).toBe(
      'url is null. url was computed from the variable "url", which is missing.',
    )
  })

  it('sees the inputs before the one of the message', async () => {
    const inputs = { base: '=address', url: '=base + path' }
    expect(await fail({ inputs, variables: { path: '/' }, says: 'url is null' })).toBe(
      'url is null. url was computed from the variable "base", which is null.',
    )
  })

  it.each<[string, Failing]>([
    ['that names no input', { inputs: { url: '=name' }, says: 'No curls, urls or my.url found' }],
    ['whose input has all', { inputs: { url: '=name' }, variables: { name: 1 }, says: 'url: no.' }],
    ['whose input is a text', { inputs: { url: 'name' }, says: 'url: no.' }],
  ])('is the message %s', async (_, failing) => {
    expect(await fail(failing)).toBe(failing.says)
  })
})
