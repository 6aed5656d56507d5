import type { Job, Page } from '@tenon/orchestration'
import type { LightMyRequestResponse } from 'fastify'

/** What the problem in an answer says. */
export const detailOf = (response: LightMyRequestResponse): string =>
  response.json<{ readonly detail: string }>().detail

/** The jobs in the answer to an activation. */
export const jobsOf = (response: LightMyRequestResponse): readonly Job[] =>
  response.json<{ readonly jobs: readonly Job[] }>().jobs

/** The page in the answer to a search. */
export const pageOf = <Item>(response: LightMyRequestResponse): Page<Item> =>
  response.json<Page<Item>>()
