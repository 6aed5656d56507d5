import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, TenonProcess } from '../tests/tenon-process.ts'
import { measureFeel } from './feel.ts'
import { Client, closedLoop, oneByOne } from './load.ts'
import { models } from './models.ts'
import { quantile } from './statistics.ts'
import { measureWeb } from './web-sizes.ts'

const inFlight = 50
const warmUpMs = 2_000
const durationMs = 5_000

/** All figures of one run, on a fresh data folder. */
export const measureOnce = async (): Promise<ReadonlyMap<string, number>> => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-bench-'))
  const echo = fork(join(import.meta.dirname, 'echo.ts'))
  const echoPort = await firstMessage(echo)
  const figures = new Map<string, number>([...measureFeel(), ...measureWeb()])
  const before = performance.now()
  const tenon = await TenonProcess.start(folder, await freePort())
  figures.set('ready', (performance.now() - before) / 1_000)
  figures.set('memory-ready', residentMegabytes(tenon.pid))
  const client = new Client(tenon.address, inFlight * 2)
  await deployModels(tenon.address)
  await measureRows(client, `http://127.0.0.1:${echoPort}`, figures)
  figures.set('memory-load', peakMegabytes(tenon.pid))
  client.close()
  await tenon.kill('SIGTERM')
  echo.kill()
  rmSync(folder, { recursive: true })
  return figures
}

const measureRows = async (
  client: Client,
  echo: string,
  figures: Map<string, number>,
): Promise<void> => {
  const run = (id: string): (() => Promise<string>) => {
    const variables = { order: 'order-1', echo }
    const body = { processDefinitionId: id, variables, awaitCompletion: true }
    const text = JSON.stringify(body)
    return () => client.post('/v2/process-instances', text)
  }
  figures.set('start-end', (await loaded(run('start-end'))).perSecond)
  const worker = startWorker(client)
  figures.set('job', (await loaded(run('job'))).perSecond)
  await worker.stop()
  const connector = await loaded(run('connector'))
  figures.set('connector', connector.perSecond)
  figures.set('connector-p50', quantile(connector.latencies, 0.5))
  const idle = await oneByOne(run('connector'), { count: 300, pauseMs: 20 })
  const own = await echoTime(echo)
  figures.set('idle-p50', quantile(idle, 0.5) - own)
  figures.set('idle-p99', quantile(idle, 0.99) - own)
}

const loaded = async (call: () => Promise<unknown>): ReturnType<typeof closedLoop> => {
  await closedLoop(call, { inFlight, durationMs: warmUpMs })
  return closedLoop(call, { inFlight, durationMs })
}

const firstMessage = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('message', (port) => resolve(`${Number(port)}`))
  })

/** The median of the called system alone. */
const echoTime = async (echo: string): Promise<number> => {
  const client = new Client(echo, 1)
  const body = JSON.stringify({ order: 'order-1', amount: 1.5 })
  const times = await oneByOne(() => client.post('/', body), { count: 300, pauseMs: 20 })
  client.close()
  return quantile(times, 0.5)
}

/** Leases jobs by long poll and completes them, as a worker outside of the process does. */
const startWorker = (client: Client): { stop(): Promise<void> } => {
  const body = JSON.stringify({
    type: 'work',
    worker: 'bench',
    timeout: 60_000,
    maxJobsToActivate: 50,
    requestTimeout: 200,
  })
  const stopped = new AbortController()
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const answer: unknown = JSON.parse(await client.post('/v2/jobs/activation', body))
      await Promise.all(
        jobKeys(answer).map((key) => client.post(`/v2/jobs/${key}/completion`, '{}')),
      )
    }
  }
  const loops = [loop(), loop()]
  return {
    stop: async () => {
      stopped.abort()
      await Promise.all(loops)
    },
  }
}

const jobKeys = (answer: unknown): readonly string[] => {
  const isAnswer = typeof answer === 'object' && answer !== null && 'jobs' in answer
  if (!isAnswer || !Array.isArray(answer.jobs)) return []
  return answer.jobs.map((job: { readonly jobKey: string }) => job.jobKey)
}

const deployModels = async (address: string): Promise<void> => {
  const form = new FormData()
  for (const [index, model] of models.entries()) {
    form.append('resources', new Blob([model]), `model-${index}.bpmn`)
  }
  const response = await fetch(`${address}/v2/deployments`, { method: 'POST', body: form })
  if (!response.ok) throw new Error(await response.text())
}

const residentMegabytes = (pid: number): number => statusMegabytes(pid, 'VmRSS')
const peakMegabytes = (pid: number): number => statusMegabytes(pid, 'VmHWM')

const statusMegabytes = (pid: number, name: string): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_024
}
