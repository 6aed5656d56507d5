import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** The system that a process calls; it remembers each call by order and idempotency key. */
export class Ledger {
  readonly keysByOrder = new Map<string, Set<string>>()
  /** Keys that one life of the caller used twice: without a crash nothing is to be repeated. */
  readonly repeatedInOneLife: string[] = []
  calls = 0
  readonly #keysOfLife = new Set<string>()
  readonly #server: Server

  private constructor() {
    this.#server = createServer((request, response) => {
      const order = new URL(request.url ?? '', 'http://ledger').searchParams.get('order') ?? ''
      this.#enter(order, String(request.headers['idempotency-key']))
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

  /** The caller was killed; what it had sent before arrives first. */
  async endLife(): Promise<void> {
    await delay(20)
    this.#keysOfLife.clear()
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  #enter(order: string, key: string): void {
    const keys = this.keysByOrder.get(order) ?? new Set()
    this.keysByOrder.set(order, keys.add(key))
    if (this.#keysOfLife.has(key)) this.repeatedInOneLife.push(key)
    this.#keysOfLife.add(key)
    this.calls++
  }
}
