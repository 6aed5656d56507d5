import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStubbedApp } from './testing/stubbed-app.ts'

let webFolder: string
let app: FastifyInstance
beforeEach(async () => {
  webFolder = mkdtempSync(join(tmpdir(), 'tenon-web-'))
  app = await openStubbedApp({}, { webFolder })
})
afterEach(async () => {
  await app.close()
  rmSync(webFolder, { recursive: true })
})

const build = (): void => {
  writeFileSync(join(webFolder, 'index.html'), '<title>Tenon</title>')
  writeFileSync(join(webFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg" />')
  mkdirSync(join(webFolder, 'assets'))
  writeFileSync(join(webFolder, 'assets', 'index-1a2b.js'), 'export {}')
}

describe('the browser app', () => {
  it('says how to build it while it is not built, and serves it once it is', async () => {
    // given
    const missing = await app.inject('/')
    expect(missing.statusCode).toBe(503)
    expect(missing.headers['tenon-error-code']).toBe('WEB_NOT_BUILT')
    expect(missing.body).toContain('npm run build -w @tenon/web')
    // when
    build()
    // then
    const page = await app.inject('/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toBe('<title>Tenon</title>')
  })

  it.each(['/models', '/models/0198-1', '/models/a/b?c=d', '/requests', '/requests/22517'])(
    'is at %s too',
    async (url) => {
      build()
      const page = await app.inject(url)
      expect(page.statusCode).toBe(200)
      expect(page.headers['cache-control']).toBe('no-cache')
      expect(page.headers['content-security-policy']).toContain("default-src 'self'")
      expect(page.body).toBe('<title>Tenon</title>')
    },
  )

  it('keeps assets for ever and asks for all else again', async () => {
    build()
    const cacheOf = async (url: string) => (await app.inject(url)).headers['cache-control']
    expect(await cacheOf('/assets/index-1a2b.js')).toBe('public, max-age=31536000, immutable')
    expect(await cacheOf('/')).toBe('no-cache')
    expect(await cacheOf('/favicon.svg')).toBe('no-cache')
  })

  it.each(['/', '/assets/index-1a2b.js', '/favicon.svg'])(
    'lets nobody run scripts in or around %s',
    async (url) => {
      build()
      const { headers } = await app.inject(url)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).not.toContain('unsafe-eval')
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
    },
  )

  it.each([
    '/nothing',
    '/model',
    '/modelsandmore',
    '/api/nothing',
    '/assets/',
    '/assets',
    '/../package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/etc/passwd',
    '/assets/..%5c..%5cindex.html',
  ])('has nothing at %s', async (url) => {
    build()
    const response = await app.inject(url)
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    expect(response.headers['content-type']).toBe('application/problem+json')
  })
})
