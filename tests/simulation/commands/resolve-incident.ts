import type { CommandKind } from './command.ts'

export const resolveIncident: CommandKind = {
  weight: 8,
  make: ({ random, incidents }) => {
    const found = random.pick([...incidents])
    if (found === undefined) return undefined
    const [incident, key] = found
    const { job, element } = incident
    return {
      name: `resolve incident ${key}`,
      refusal: () => {
        if (!element.isLive || element.incident !== incident) return 'NOT_FOUND'
        const isStuck = incident.errorType === 'JOB_NO_RETRIES' && job?.retries === 0
        return isStuck ? 'INVALID_STATE' : undefined
      },
      send: async ({ commands }) => {
        await commands.resolveIncident(key)
        return () => {
          element.incident = null
          incident.retry()
        }
      },
    }
  },
}
