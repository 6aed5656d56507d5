import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { ServerError } from './errors.ts'

/**
 * What a page may do. Styles may be inline because the component library sets sizes and colours
 * that way; scripts may not.
 */
const pageHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** What the app's own router shows, so that one may reload or share it. */
const appAddresses = ['/', '/models', '/models/*', '/requests', '/requests/*']

/** Serves the built browser app, or says how to build it. */
export const serveWeb =
  (folder: string): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(pageHeaders)
      done()
    })
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.setHeader('cache-control', cacheControl(path, folder))
      },
    })
    for (const address of appAddresses) {
      // Looked for at each request, so that a build needs no restart.
      app.get(address, (_request, reply) =>
        existsSync(join(folder, 'index.html')) ? reply.sendFile('index.html') : notBuilt(reply),
      )
    }
  }

/** Names of assets carry the digest of their content. */
const cacheControl = (path: string, folder: string): string =>
  path.startsWith(join(folder, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache'

const notBuilt = (reply: FastifyReply): FastifyReply => {
  const { code, message } = new ServerError('WEB_NOT_BUILT')
  return reply.code(503).type('text/plain').header('tenon-error-code', code).send(`${message}\n`)
}
