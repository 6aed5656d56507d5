import { describe, expect, test } from 'vitest'
import { codeOf, send } from '../testing/http-calls.ts'
import { serve } from '../testing/local-server.ts'

describe('the answer', () => {
  test('keeps all digits in its JSON, and a byte order mark in its text', async () => {
    const url = await serve((request, response) =>
      response.end(request.url === '/bom' ? '\uFEFF{}' : '{"a":12345678901234567890,"b":1.10}'),
    )
    const response = await send({ url })
    expect(JSON.stringify(response.json())).toBe('{"a":12345678901234567890,"b":1.1}')
    const marked = await send({ url: `${url}/bom` })
    expect(marked.text()).toBe('\uFEFF{}')
    expect(() => marked.json()).toThrow(SyntaxError)
  })

  test.each([
    ['[', 64, ']', 'JSON'],
    ['[', 65, ']', 'HTTP_TOO_DEEP'],
    ['[', 640, ']', 'HTTP_TOO_DEEP'],
    ['[', 640, '', 'SyntaxError'],
  ])('with %j nested %i deep, and then %j', async (opening, depth, closing, expected) => {
    const url = await serve((_, response) =>
      response.end(opening.repeat(depth) + closing.repeat(depth)),
    )
    const response = await send({ url })
    const outcome = Promise.try(() => response.json()).then(() => 'JSON')
    const code = await codeOf(outcome)
    expect(code instanceof Error ? code.name : code).toBe(expected)
  })

  test('may give a part of its text as JSON', async () => {
    const url = await serve((_, response) => response.end('{"a":12345678901234567890} x'))
    const response = await send({ url })
    expect(() => response.json()).toThrow(SyntaxError)
    expect(JSON.stringify(response.json(response.text().slice(0, -2)))).toBe(
      '{"a":12345678901234567890}',
    )
  })
})
