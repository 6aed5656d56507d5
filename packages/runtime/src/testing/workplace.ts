import { SecretSeal } from '@tenon/orchestration/secret-seal'
import { connector, type Services, z } from '@tenon/sdk'
import { onTestFinished } from 'vitest'
import type { Log } from '../outbound/log.ts'
import { type Outbound, startOutbound } from '../outbound/start-outbound.ts'
import { environmentSecrets } from '../secrets/environment-secrets.ts'
import { createLocalHttp } from './http-calls.ts'
import { type Answer, MemoryJobs } from './memory-jobs.ts'

export const seal = new SecretSeal(new Uint8Array(32).fill(7))

/** What the operation of a test does. */
export type Run = (input: Record<string, unknown>, services: Services) => unknown

interface Worked {
  readonly jobs: MemoryJobs
  readonly outbound: Outbound
  /** What the operation was called with. */
  readonly inputs: Record<string, unknown>[]
  readonly logged: string[]
  /** What was logged with each of them. */
  readonly details: object[]
  /** Pushes a job of the test's connector with these headers. */
  readonly push: (
    headers?: Readonly<Record<string, string>>,
    job?: Partial<Parameters<MemoryJobs['push']>[0]>,
  ) => Promise<Answer | undefined>
}

/** A runtime at work with one connector, `acme.test:1`, whose only operation is `run`. */
export const work = (
  run: Run,
  environment: Readonly<Record<string, string>> = {},
  input: z.ZodObject = z.looseObject({}),
): Worked => {
  const jobs = new MemoryJobs()
  const inputs: Record<string, unknown>[] = []
  const logged: string[] = []
  const details: object[] = []
  const http = createLocalHttp()
  const write = (detail: object, message: string): void => {
    details.push(detail)
    logged.push(message)
  }
  const log: Log = { debug: write, warn: write, error: write }
  const tested = connector({ id: 'acme.test', version: '1.0.0', name: 'Test' }).operation('run', {
    name: 'Run',
    input,
    output: z.unknown(),
    run: ({ input: given, ...services }) => {
      inputs.push(given)
      return run(given, services)
    },
  })
  const outbound = startOutbound({
    jobs,
    connectors: [tested],
    secrets: environmentSecrets(environment),
    seal,
    http,
    installationId: 'installation',
    log,
    timeZone: 'UTC',
  })
  onTestFinished(async () => {
    await outbound.close()
    http.close()
  })
  const push: Worked['push'] = (headers = {}, job = {}) =>
    jobs.push({ type: 'acme.test:1', customHeaders: headers, ...job })
  return { jobs, outbound, inputs, logged, details, push }
}
