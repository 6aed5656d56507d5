import { expect, test } from 'vitest'
import { seal, work } from '../testing/workplace.ts'

const place = { processDefinitionKey: '2', elementId: 'task', field: 'token' }
const variables = { token: seal.seal('{{secrets.KEY}}', place) }

const leaked = async (value: string, echo: (token: string) => unknown): Promise<string> => {
  const { push } = work(({ token }) => echo(String(token)), { TENON_SECRET_KEY: value })
  return JSON.stringify(await push({ resultVariable: 'r' }, { variables }))
}

test('a password is masked where a server echoes the Basic header made of it', async () => {
  const answer = await leaked('s3cret-password', (token) => ({
    Authorization: `Basic ${Buffer.from(`user:${token}`).toString('base64')}`,
  }))
  const [, code = ''] = /Basic ([\w+/=]+)/.exec(answer) ?? []
  expect(Buffer.from(code, 'base64').toString()).not.toContain('s3cret-password')
})

test('a value with a final line break is masked as the header that was sent of it', async () => {
  const answer = await leaked('s3cret-token\n', (token) => ({
    echoed: `Bearer ${token.replaceAll('\n', ' ').trim()}`,
  }))
  expect(answer).not.toContain('s3cret-token')
})

test('a value is masked as the url connector writes it in a path', async () => {
  // connectors/http/url.ts keeps @ : $ & , ; = plain and encodes blanks
  const answer = await leaked('pa@ss word', () => ({ url: '/login/pa@ss%20word' }))
  expect(answer).not.toContain('pa@ss')
})

test('a value is masked in lower-case percent encoding', async () => {
  const answer = await leaked('s3cret/val', () => ({ url: '/?k=s3cret%2fval' }))
  expect(answer).not.toContain('s3cret')
})

test('two names that hold secrets are both kept', async () => {
  const answer = await leaked('abc', () => ({ abc: 1, 'x-abc': 2, '***': 3 }))
  expect(answer).toContain('1')
})
