/** All text of the app, so that a translation is one more of these. */
export const words = {
  page: 'What is deployed, what runs',
  definitions: {
    title: 'Process definitions',
    columns: { name: 'Name', version: 'Version', resource: 'Resource' },
    loading: 'Loading process definitions',
  },
  requests: {
    title: 'Requests',
    columns: { process: 'Process', state: 'State', started: 'Started' },
    loading: 'Loading Requests',
    empty: 'Nothing runs yet. Start a Request of a process:',
    failedAt: (element: string) => `Stopped at ${element}`,
    moreIncidents: (count: number) => `${count} more ${count === 1 ? 'incident' : 'incidents'}`,
  },
  count: (shown: string, total: string) => `${shown} of ${total}`,
  states: {
    running: 'Running',
    completed: 'Completed',
    cancelled: 'Cancelled',
    incident: 'Incident',
  },
  nothingDeployed: {
    title: 'Nothing is deployed yet',
    text: 'Processes that you deploy appear here, with the Requests that run through them: a Request is one process instance. Deploy an example:',
  },
  command: { copy: 'Copy', copied: 'Copied' },
  justNow: 'just now',
  failure: {
    unreachable: {
      what: 'Tenon does not answer',
      why: (address: string) => `There was no answer from ${address}.`,
      next: 'Start it with npx tenon start. This page goes on by itself when it is back.',
    },
    forbidden: {
      what: 'You are not logged in, or may not see this',
      next: 'Load the page again and log in as someone who may.',
    },
    server: {
      what: 'Tenon could not read its data',
      next: 'Look at the log of Tenon. This page goes on by itself when it works again.',
    },
    request: {
      what: 'Tenon does not understand this page',
      next: 'Load the page again: it may be older than the server.',
    },
    status: (status: number) => `The server answered with status ${status}.`,
    stale: 'What you see below was true before that.',
  },
} as const
