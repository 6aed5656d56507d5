import type { Incident } from '@tenon/orchestration'
import { call } from './call.ts'

/** How often more a job may be tried. */
export const updateJobRetries = async (jobKey: string, retries: number): Promise<void> => {
  await call(`/v2/jobs/${encodeURIComponent(jobKey)}`, {
    method: 'PATCH',
    json: { changeset: { retries } },
  })
}

/** Tries again what failed. That of a job needs retries first. */
export const resolveIncident = async (incidentKey: string): Promise<void> => {
  await call(`/v2/incidents/${encodeURIComponent(incidentKey)}/resolution`, {
    method: 'POST',
  })
}

/** Gives the job of the incident one more try where it has one, and resolves the incident. */
export const retryIncident = async ({
  incidentKey,
  jobKey,
}: Pick<Incident, 'incidentKey' | 'jobKey'>): Promise<void> => {
  if (jobKey !== null) await updateJobRetries(jobKey, 1)
  await resolveIncident(incidentKey)
}
