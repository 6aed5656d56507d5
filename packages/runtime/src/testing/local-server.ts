import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A real HTTP server for one test, at the address that is given back. */
export const serve = (listener: RequestListener): Promise<string> =>
  listen(createHttpServer({ keepAliveTimeout: 60_000 }, listener))

/** The same over TLS. */
export const serveSecure = async (
  options: ServerOptions,
  listener: RequestListener,
): Promise<string> => {
  const address = await listen(
    createHttpsServer({ ...options, keepAliveTimeout: 60_000 }, listener),
  )
  return address.replace('http:', 'https:')
}

/** A real server that speaks whatever the test writes to the socket. */
export const serveRaw = (onConnection: (socket: Socket) => void): Promise<string> =>
  listen(
    createServer((socket) => {
      socket.on('error', () => {})
      onConnection(socket)
    }),
  )

const listen = async (server: Server): Promise<string> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${portOf(server)}`
}

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
