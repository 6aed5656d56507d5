import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { onTestFinished } from 'vitest'

/** Serves on a free port of this machine until the test is over; returns the address. */
export const serve = async (listener: RequestListener | Server): Promise<string> => {
  const server = typeof listener === 'function' ? createServer(listener) : listener
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}`
}

/** Answers 500 so many times, and then 200 with the number of the request. */
export class FailingServer {
  #requests = 0
  readonly #failures: number
  constructor(failures: number) {
    this.#failures = failures
  }

  get requests(): number {
    return this.#requests
  }

  readonly listener: RequestListener = (_request, response) => {
    this.#requests += 1
    response.statusCode = this.#requests <= this.#failures ? 500 : 200
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ request: this.#requests }))
  }
}
