import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** A client with connections kept open, as light as Node's own HTTP allows. */
export class Client {
  readonly #agent: Agent
  readonly #address: string

  constructor(address: string, connections: number) {
    this.#address = address
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** The body of a 2xx answer; throws for any other. */
  post(path: string, body: string): Promise<string> {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', agent: this.#agent, headers }
      const sent = request(`${this.#address}${path}`, options, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () => {
          const isGood = response.statusCode !== undefined && response.statusCode < 300
          if (isGood) resolve(text)
          else reject(new Error(`${path}: ${response.statusCode} ${text}`))
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

export interface Measured {
  readonly perSecond: number
  /** Milliseconds of each call, sorted. */
  readonly latencies: readonly number[]
}

/** Keeps `inFlight` calls under way for `durationMs`. */
export const closedLoop = async (
  call: () => Promise<unknown>,
  { inFlight, durationMs }: { readonly inFlight: number; readonly durationMs: number },
): Promise<Measured> => {
  const latencies: number[] = []
  const start = performance.now()
  const worker = async (): Promise<void> => {
    while (performance.now() - start < durationMs) {
      const before = performance.now()
      await call()
      latencies.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  const seconds = (performance.now() - start) / 1_000
  return { perSecond: latencies.length / seconds, latencies: latencies.toSorted((a, b) => a - b) }
}

/** One call after the other, with a pause between, on an idle system. */
export const oneByOne = async (
  call: () => Promise<unknown>,
  { count, pauseMs }: { readonly count: number; readonly pauseMs: number },
): Promise<readonly number[]> => {
  const latencies: number[] = []
  for (let done = 0; done < count; done++) {
    await delay(pauseMs)
    const before = performance.now()
    await call()
    latencies.push(performance.now() - before)
  }
  return latencies.toSorted((a, b) => a - b)
}
