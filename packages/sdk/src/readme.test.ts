import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { HttpRequest, HttpResponse, Services } from '@tenon/sdk'
import weather from '../example/weather.ts'

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8')

const answer = (status: number, json: unknown): HttpResponse => {
  const text = JSON.stringify(json)
  const body = new TextEncoder().encode(text)
  return { status, reason: 'Reason', headers: [], body, text: () => text, json: () => json }
}

const callWith = (response: HttpResponse, requests: HttpRequest[] = []): Services => ({
  http: {
    send: (request) => {
      requests.push(request)
      return Promise.resolve(response)
    },
  },
  idempotencyKey: 'try-1',
  signal: new AbortController().signal,
  conceal: () => {},
})

const run = (input: unknown, services: Services) =>
  weather.operations.get('get-temperature')?.execute(input, services)

test('the README shows the example', async () => {
  const [readme, example] = await Promise.all([read('../README.md'), read('../example/weather.ts')])
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``)
})

test('the example asks the service and returns its answer', async () => {
  const requests: HttpRequest[] = []
  const result = await run({ city: 'São Paulo' }, callWith(answer(200, { degrees: 21 }), requests))
  expect(result).toEqual({ degrees: 21 })
  expect(requests[0]?.url).toBe('https://weather.example/now?city=S%C3%A3o%20Paulo&unit=celsius')
})

test('the example ends as the README says', async () => {
  await expect(run({ city: 'X' }, callWith(answer(404, {})))).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  })
  await expect(run({ city: 'X' }, callWith(answer(503, {})))).rejects.toMatchObject({
    name: 'ConnectorError',
    code: '503',
  })
})
