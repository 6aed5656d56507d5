/** All text of the app, so that a translation is one more of these. */
export const words = {
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
