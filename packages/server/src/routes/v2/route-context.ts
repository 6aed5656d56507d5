import type { Orchestration } from '@tenon/orchestration'

/** What the routes work with. */
export interface RouteContext {
  readonly orchestration: Orchestration
  readonly installationId: string
  /** Aborts when the server stops. */
  readonly closing: AbortSignal
}
