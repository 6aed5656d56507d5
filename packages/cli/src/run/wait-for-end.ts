import { setTimeout as pause } from 'node:timers/promises'
import type { Incident, Queries } from '@tenon/orchestration'
import { showSecretReferences } from '@tenon/orchestration/secret-seal'
import { CliError } from '../errors.ts'
import { equals, searchAll } from './search-all.ts'

export interface Patience {
  readonly timeoutMs: number
  /** Aborts when nobody wants to wait any more. */
  readonly stopped: AbortSignal
}

/** Milliseconds between two looks: doubled from the first to the last. */
const pausesMs = { first: 5, last: 200 } as const

/**
 * Resolves when the process instance has ended. Throws `INCIDENT_RAISED` once it cannot go on,
 * `RUN_TIMED_OUT` or `RUN_INTERRUPTED`.
 *
 * It looks instead of being told, since only a look tells of incidents.
 */
export const waitForEnd = async (
  queries: Queries,
  processInstanceKey: string,
  { timeoutMs, stopped }: Patience,
): Promise<void> => {
  const deadline = performance.now() + timeoutMs
  for (let pauseMs: number = pausesMs.first; ; pauseMs = Math.min(pauseMs * 2, pausesMs.last)) {
    const { state, hasIncident } = await queries.get('process-instances', processInstanceKey)
    if (hasIncident) throw await incidentRaised(queries, processInstanceKey)
    if (state !== 'ACTIVE') return
    const leftMs = deadline - performance.now()
    if (leftMs <= 0) throw await timedOut(queries, processInstanceKey, timeoutMs)
    await pauseUnless(stopped, Math.min(pauseMs, leftMs))
  }
}

const pauseUnless = async (stopped: AbortSignal, ms: number): Promise<void> => {
  try {
    await pause(ms, undefined, { signal: stopped })
  } catch (cause) {
    const message = 'Stopped before the process instance had ended. Run it again.'
    throw new CliError('RUN_INTERRUPTED', message, { cause })
  }
}

const incidentRaised = async (queries: Queries, key: string): Promise<CliError> => {
  const filter = [equals('processInstanceKey', key), equals('state', 'ACTIVE')]
  const incidents = await searchAll(queries, 'incidents', filter)
  return new CliError('INCIDENT_RAISED', incidents.map(describe).join('\n'))
}

const describe = ({ elementId, errorType, errorMessage }: Incident): string =>
  `Element ${elementId} (${errorType}): ${showSecretReferences(errorMessage)}`

const timedOut = async (queries: Queries, key: string, timeoutMs: number): Promise<CliError> => {
  const filter = [equals('processInstanceKey', key), equals('state', 'ACTIVE')]
  const waiting = await searchAll(queries, 'element-instances', filter)
  const places = waiting.map(({ elementId, type }) => `${elementId} (${type})`).join(', ')
  return new CliError(
    'RUN_TIMED_OUT',
    `After ${timeoutMs / 1_000} s the process instance still waits at ${places}. ` +
      'Wait longer with --timeout; or is there no connector for the job type of a task?',
  )
}
