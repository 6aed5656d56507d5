import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { addressGuard, createHttp } from '@tenon/runtime'
import type { Services } from '@tenon/sdk'
import { onTestFinished } from 'vitest'
import connector from '../index.ts'

/** A request as a server received it. */
interface Received {
  readonly method: string
  /** Path and query. */
  readonly target: string
  /** Names in lower case; several values of one name in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Buffer
}

export const idempotencyKey = 'installation-42'

/** Runs the connector with the variables of a job. */
export const run = (
  variables: Readonly<Record<string, unknown>>,
  services: Partial<Services> = {},
): Promise<unknown> => {
  const operation = connector.operations.get('send-request')
  if (operation === undefined) throw new Error('The connector lost its operation')
  const { signal } = new AbortController()
  const client = createHttp(addressGuard({ isLoopbackAllowed: true }))
  onTestFinished(() => client.close())
  const http = client.withSignal(services.signal ?? signal)
  return operation.execute(variables, {
    ...{ http, idempotencyKey, signal, conceal: () => {} },
    ...services,
  })
}

/** Starts a server that records requests and answers 204. */
export const startRecorder = async (): Promise<{ origin: string; received: Received[] }> => {
  const received: Received[] = []
  const server = createHttpServer((request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.once('end', () => {
      const { method = '', url = '', headersDistinct } = request
      const headers = new Map(
        Object.entries(headersDistinct).map(([name, all]) => [name, all ?? []]),
      )
      received.push({ method, target: url, headers, body: Buffer.concat(chunks) })
      response.writeHead(204).end()
    })
  })
  return { origin: await listen(server), received }
}

/** Runs the connector against a recorder; `url` may be given from its path on. */
export const record = async ({
  url = '/',
  ...variables
}: Readonly<Record<string, unknown>> & { readonly url?: string }): Promise<Received> => {
  const { origin, received } = await startRecorder()
  await run({ url: `${origin}${url}`, ...variables })
  const [request, ...others] = received
  if (request === undefined || others.length > 0) throw new Error('Not exactly one request came')
  return request
}

/** Starts a server that answers each request with the same bytes, and maybe closes. */
export const startAnswering = (
  answer: string | Uint8Array,
  { close = true }: { readonly close?: boolean } = {},
): Promise<string> =>
  startSocketServer((socket) => {
    socket.once('data', () => {
      socket.write(answer)
      if (close) socket.end()
    })
  })

export const startSocketServer = (onConnection: (socket: Socket) => void): Promise<string> =>
  listen(
    createServer((socket) => {
      socket.on('error', () => {})
      onConnection(socket)
    }),
  )

/** A whole answer of HTTP. */
export const answerOf = (
  body: string | Uint8Array,
  { status = '200 OK', headers = [] }: { status?: string; headers?: readonly string[] } = {},
): Uint8Array => {
  const bytes = Buffer.from(body)
  const head = [`HTTP/1.1 ${status}`, `Content-Length: ${bytes.length}`, ...headers]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes])
}

/** Starts a server for one test, and gives back its origin. */
export const listen = async (server: Server): Promise<string> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${portOf(server.address())}`
}

const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
