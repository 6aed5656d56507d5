import { describe, expect, test } from 'vitest'
import { answerOf, run, startAnswering } from './testing/call.ts'

interface Answer {
  readonly body: string | Uint8Array
  readonly type?: string
  readonly status?: string
}

const call = async ({ body, type, status = '200 OK' }: Answer, format?: object) => {
  const headers = type === undefined ? [] : [`content-type: ${type}`]
  const url = await startAnswering(answerOf(body, { status, headers }))
  return run({ url, ...(format !== undefined && { documentReturnFormat: format }) })
}

const bodyOf = async (answer: Answer, format?: object): Promise<unknown> => {
  const result = await call(answer, format)
  return result instanceof Object && 'body' in result ? result.body : undefined
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const png = Buffer.from('89504e470d0a1a0a', 'hex')

describe('a body, as it shows itself', () => {
  test.each<[string, Answer, unknown]>([
    ['UTF-8 that says so', { body: 'grün €', type: 'text/plain; charset=utf-8' }, 'grün €'],
    ['UTF-8 that says nothing', { body: 'grün €' }, 'grün €'],
    ['latin-1 that says so', { body: latin1('grün'), type: 'text/csv;charset=ISO-8859-1' }, 'grün'],
    ['latin-1 that does not', { body: latin1('grün'), type: 'text/csv' }, 'grün'],
    ['XML in latin-1', { body: latin1('<ä/>'), type: 'application/soap+xml' }, '<ä/>'],
    ['JSON in latin-1', { body: latin1('{"ä":1}'), type: 'application/json' }, { ä: 1 }],
    [
      'JSON in another charset',
      { body: Buffer.from('{"a":"ж"}', 'utf16le'), type: 'application/json; charset="UTF-16LE"' },
      { a: 'ж' },
    ],
    [
      'Cyrillic',
      { body: Buffer.from('cfe8e2ee', 'hex'), type: 'text/html; charset=windows-1251' },
      'Пиво',
    ],
    [
      'a charset that is none',
      { body: latin1('grün'), type: 'text/plain; charset=x-none' },
      'grün',
    ],
    [
      'text that is broken in its charset',
      { body: latin1('grün'), type: 'text/plain; charset=utf-8' },
      'gr\uFFFDn',
    ],
    ['a picture', { body: png, type: 'image/png' }, png.toString('base64')],
    ['a file that says nothing', { body: png }, png.toString('base64')],
    [
      'a file that claims to have a charset',
      { body: png, type: 'application/pdf; charset=ISO-8859-1' },
      png.toString('base64'),
    ],
    ['a file that is text', { body: '{"a":1}', type: 'application/octet-stream' }, { a: 1 }],
    ['nothing', { body: '', type: 'image/png' }, null],
  ])('of %s', async (_, answer, expected) => {
    expect(await bodyOf(answer)).toEqual(expected)
  })

  test('of a failure is read the same way', async () => {
    const failing = (answer: Answer) => call({ ...answer, status: '500 Broken' })
    const withBody = (body: unknown) => ({ code: '500', variables: { response: { body } } })
    await expect(failing({ body: png, type: 'image/png' })).rejects.toMatchObject(
      withBody(png.toString('base64')),
    )
    await expect(failing({ body: latin1('ä'), type: 'text/plain' })).rejects.toMatchObject(
      withBody('ä'),
    )
  })
})

describe('a body that is read as', () => {
  test.each<[object, Answer, unknown]>([
    [{ choice: 'JSON' }, { body: '{"a":1}' }, { a: 1 }],
    [{ choice: 'json' }, { body: '\uFEFF[1]' }, [1]],
    [{ choice: 'JSON' }, { body: '42' }, 42],
    [{ choice: 'JSON' }, { body: '"x"' }, 'x'],
    [{ choice: 'JSON' }, { body: ' null ' }, null],
    [{ choice: 'JSON' }, { body: '', status: '204 No Content' }, null],
    [{ choice: 'TEXT' }, { body: '{"a":1}' }, '{"a":1}'],
    [{ choice: 'TEXT' }, { body: '' }, ''],
    [{ choice: 'TEXT' }, { body: latin1('ü'), type: 'text/plain; charset=latin1' }, 'ü'],
    [{ choice: 'TEXT', encoding: 'ISO-8859-1' }, { body: latin1('ü'), type: 'a/b' }, 'ü'],
    [{ choice: 'TEXT', encoding: ' utf-8 ' }, { body: 'ü', type: 'text/plain; charset=a' }, 'ü'],
    [{ choice: 'TEXT', encoding: '' }, { body: 'ü' }, 'ü'],
    [{ choice: 'BASE64' }, { body: '{"a":1}' }, 'eyJhIjoxfQ=='],
    [{ choice: 'BASE64' }, { body: png, type: 'image/png' }, png.toString('base64')],
    [{ choice: 'BASE64' }, { body: '' }, null],
  ])('%j, being %j, is %j', async (format, answer, expected) => {
    expect(await bodyOf(answer, format)).toEqual(expected)
  })

  test.each(['{"a":', 'text', '{"a":1} and more', 'undefined'])(
    'JSON but is %j is a failure that may pass',
    async (body) => {
      await expect(call({ body }, { choice: 'JSON' })).rejects.toMatchObject({
        name: 'ConnectorError',
        message: expect.stringMatching(/not JSON/),
      })
    },
  )

  test.each<[string, object, Answer]>([
    ['a picture', { choice: 'TEXT' }, { body: png, type: 'image/png' }],
    ['another charset', { choice: 'TEXT', encoding: 'UTF-8' }, { body: latin1('ü') }],
    ['a charset that is none', { choice: 'TEXT', encoding: 'x-none' }, { body: 'a' }],
  ])('text but is %s is an input error, which names the way out', async (_, format, answer) => {
    await expect(call(answer, format)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^documentReturnFormat: .*BASE64/),
    })
  })

  test('something unknown is refused', async () => {
    await expect(call({ body: '' }, { choice: 'XML' })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/documentReturnFormat/),
    })
  })
})
