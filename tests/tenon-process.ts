import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const bin = join(import.meta.dirname, '../packages/cli/bin/tenon.js')

/** A `tenon start` of its own, as a person would start it. */
export class TenonProcess {
  readonly address: string
  readonly #child: ChildProcess
  readonly #exit: Promise<unknown>

  private constructor(child: ChildProcess, address: string) {
    this.#child = child
    this.address = address
    this.#exit = once(child, 'exit')
  }

  /** Resolves when it prints that it is ready; with more in its environment if that is given. */
  static async start(
    folder: string,
    port: number,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<TenonProcess> {
    const child = spawn(process.execPath, [bin, 'start'], {
      env: { ...process.env, ...environment, TENON_DATA: folder, TENON_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const result = new TenonProcess(child, `http://127.0.0.1:${port}`)
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === `Tenon ready at ${result.address}`) return result
    }
    throw new Error(`Tenon ended before it was ready, with exit code ${child.exitCode}`)
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.#child.kill(signal)
    await this.#exit
  }
}

/** A port that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
