import type { InstanceState } from '@tenon/orchestration'

/**
 * What a person needs to know of a Request, or of one pass through an element: an incident matters
 * more than that it runs.
 */
export type RequestState = 'running' | 'completed' | 'cancelled' | 'incident'

/** Those that need someone come first. */
export const requestStates = ['incident', 'running', 'completed', 'cancelled'] as const

interface Instance {
  readonly state: InstanceState
  readonly hasIncident: boolean
}

export const requestState = ({ state, hasIncident }: Instance): RequestState => {
  switch (state) {
    case 'ACTIVE':
      return hasIncident ? 'incident' : 'running'
    case 'COMPLETED':
      return 'completed'
    case 'TERMINATED':
      return 'cancelled'
  }
}
