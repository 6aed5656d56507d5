import type { DeployedProcessDefinition } from '@tenon/orchestration'
import { z } from 'zod'
import { CliError, RefusedError } from './errors.ts'

export interface ModelFile {
  readonly name: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** Long enough for 25 MB of models to be read and checked. */
const timeoutMs = 120_000

const processDefinition = z.object({
  processDefinitionId: z.string(),
  processDefinitionVersion: z.number(),
  processDefinitionKey: z.string(),
  resourceName: z.string(),
})
const deployment = z.object({ deployments: z.array(z.object({ processDefinition })) })
const problem = z.object({ detail: z.string() })

/**
 * Deploys to the Tenon at an address. Throws `SERVER_UNREACHABLE`, `SERVER_NOT_TENON`, or what the
 * server refused with, under the code that it gave.
 */
export const postDeployment = async (
  address: URL,
  files: readonly ModelFile[],
): Promise<readonly DeployedProcessDefinition[]> => {
  const response = await post(address, toForm(files))
  const body = await readBody(response)
  if (response.ok) {
    const parsed = deployment.safeParse(body)
    if (parsed.success) return parsed.data.deployments.map((each) => each.processDefinition)
  }
  const code = response.headers.get('tenon-error-code')
  const refusal = problem.safeParse(body)
  if (code !== null && refusal.success) throw new RefusedError(code, refusal.data.detail)
  throw new CliError(
    'SERVER_NOT_TENON',
    `${address.origin} answered ${response.status}, but not as Tenon does. Correct the address.`,
  )
}

const toForm = (files: readonly ModelFile[]): FormData => {
  const form = new FormData()
  for (const { name, content } of files) form.append('resources', new Blob([content]), name)
  return form
}

const post = async (address: URL, body: FormData): Promise<Response> => {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    return await fetch(new URL('/v2/deployments', address), { method: 'POST', body, signal })
  } catch (cause) {
    throw unreachable(address, cause)
  }
}

const readBody = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch {
    return undefined // Not even JSON, so not Tenon; the status is told.
  }
}

const unreachable = ({ origin }: URL, cause: unknown): CliError =>
  new CliError(
    'SERVER_UNREACHABLE',
    `No Tenon answers at ${origin} (${reasonOf(cause)}). Start it with npm start, or correct --to.`,
    { cause },
  )

/** `fetch` itself says no more than that it failed. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}
