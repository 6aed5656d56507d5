import type { Job, JsonObject } from '@tenon/orchestration'
import { parseJson } from '@tenon/orchestration'
import { SecretSeal } from '@tenon/orchestration/secret-seal'
import { describe, expect, test, vi } from 'vitest'
import { openSecrets } from './open-secrets.ts'

const seal = new SecretSeal(new Uint8Array(32))
const place = { processDefinitionKey: '2', elementId: 'task' }
const sealFor = (field: string, text: string): string => seal.seal(text, { ...place, field })

const jobWith = (variables: JsonObject): Job => ({
  ...place,
  jobKey: '9',
  type: 'type',
  processInstanceKey: '1',
  processDefinitionId: 'process',
  processDefinitionVersion: 1,
  elementInstanceKey: '3',
  customHeaders: {},
  retries: 3,
  worker: 'runtime',
  deadline: null,
  variables,
  tags: [],
})

const open = (variables: JsonObject): JsonObject =>
  openSecrets(jobWith(variables), seal, (name) => `<${name}>`)

describe('sealed references', () => {
  const nested = (path: string, text: string): JsonObject => {
    const [name = '', ...rest] = path.split('.')
    return { [name]: rest.length === 0 ? text : nested(rest.join('.'), text) }
  }

  test.each([
    ['url', 'url'],
    ['authentication.token', 'authentication.token'],
    ['authentication', 'authentication.token'],
    ['a', 'a.b.c.d'],
    ['a.b', 'a.b.c.d'],
  ])('sealed for %s open at %s', (field, path) => {
    const opened = open(nested(path, sealFor(field, 'x {{secrets.KEY}} y {{ secrets.b-2 }}')))
    expect(opened).toEqual(nested(path, 'x <KEY> y <b-2>'))
  })

  test.each([
    ['url', 'body'],
    ['a.b', 'a'],
    ['a.b', 'a.c'],
    ['a.b.c', 'a.b'],
    ['b', 'a.b'],
  ])('sealed for %s are text at %s', (field, path) => {
    const opened = open(nested(path, sealFor(field, 'x {{secrets.KEY}}')))
    expect(opened).toEqual(nested(path, 'x {{secrets.KEY}}'))
  })

  test('open in lists, in names of members and beside plain values', () => {
    const reference = sealFor('headers', '{{secrets.KEY}}')
    const headers = {
      [`X-${reference}`]: [reference, { deep: reference }, 1, null, true],
      number: parseJson('12345678901234567890'),
    }
    expect(JSON.stringify(open({ headers, other: 'same' }))).toBe(
      '{"headers":{"X-<KEY>":["<KEY>",{"deep":"<KEY>"},1,null,true],"number":12345678901234567890},"other":"same"}',
    )
  })

  test('open in no list item or dotted name that merely spells a target', () => {
    const reference = sealFor('a.0', '{{secrets.KEY}}')
    const dotted = sealFor('a.b', '{{secrets.KEY}}')
    expect(open({ a: [reference], 'a.b': dotted })).toEqual({
      a: ['{{secrets.KEY}}'],
      'a.b': '{{secrets.KEY}}',
    })
  })

  test.each([
    ['of another element', seal.seal('{{secrets.KEY}}', { ...place, elementId: 'b', field: 'a' })],
    [
      'of another definition',
      seal.seal('{{secrets.KEY}}', { ...place, processDefinitionKey: '7', field: 'a' }),
    ],
    [
      'of another installation',
      new SecretSeal(new Uint8Array(32).fill(1)).seal('{{secrets.KEY}}', { ...place, field: 'a' }),
    ],
    ['that only looks like one', '{{secrets.KEY}}'],
  ])('%s are text', (_, text) => {
    expect(open({ a: text })).toEqual({ a: '{{secrets.KEY}}' })
  })

  test('are not looked for in values', () => {
    const reference = sealFor('a', '{{secrets.KEY}}')
    const resolve = vi.fn<(name: string) => string>(() => `${reference}{{secrets.OTHER}}`)
    const opened = openSecrets(jobWith({ a: reference }), seal, resolve)
    expect(opened).toEqual({ a: `${reference}{{secrets.OTHER}}` })
    expect(resolve).toHaveBeenCalledExactlyOnceWith('KEY')
  })

  test('cost no copy where there are none', () => {
    const variables = { a: ['x', { b: 'y' }], ['__proto__']: 1 }
    expect(open(variables)).toBe(variables)
  })
})
