import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

/** The system that a process calls; it remembers each call by order and idempotency key. */
export class Ledger {
  readonly keysByOrder = new Map<string, Set<string>>()
  calls = 0
  readonly #server: Server

  private constructor() {
    this.#server = createServer((request, response) => {
      const order = new URL(request.url ?? '', 'http://ledger').searchParams.get('order') ?? ''
      const keys = this.keysByOrder.get(order) ?? new Set()
      this.keysByOrder.set(order, keys.add(String(request.headers['idempotency-key'])))
      this.calls++
      request.resume()
      // Late enough that a kill often falls between the effect and its recording.
      setTimeout(() => response.end('{"booked": true}'), Math.random() * 20)
    })
  }

  static async start(): Promise<Ledger> {
    const ledger = new Ledger()
    ledger.#server.listen(0, '127.0.0.1')
    await once(ledger.#server, 'listening')
    return ledger
  }

  get address(): string {
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}
