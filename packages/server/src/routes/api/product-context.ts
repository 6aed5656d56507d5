import type { Orchestration } from '@tenon/orchestration'
import type { Models } from '@tenon/runtime/database'
import type { EventStreams } from '../../events/event-streams.ts'
import type { Templates } from '../../templates/open-templates.ts'

/** What the routes work with. */
export interface ProductContext {
  readonly orchestration: Orchestration
  readonly models: Models
  readonly templates: Templates
  readonly events: EventStreams
}
