import type { ProcessInstance } from '@tenon/orchestration'

/** What a person needs to know of a Request: an incident matters more than that it runs. */
export type RequestState = 'running' | 'completed' | 'cancelled' | 'incident'

export const requestState = ({
  state,
  hasIncident,
}: Pick<ProcessInstance, 'state' | 'hasIncident'>): RequestState => {
  switch (state) {
    case 'ACTIVE':
      return hasIncident ? 'incident' : 'running'
    case 'COMPLETED':
      return 'completed'
    case 'TERMINATED':
      return 'cancelled'
  }
}
