export const partsWords = {
  close: 'Close',
  noConnector: (jobType: string) =>
    `No connector installed here does “${jobType}”. The step waits until a worker of yours does it, or the package of its connector is installed.`,
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or what it led to is gone.',
    models: 'Go to the models',
  },
  failed: {
    title: 'This page failed',
    outdatedTitle: 'This page is older than the server',
    outdated: 'Tenon was updated or restarted, and this part of the page can no longer be loaded.',
    reload: 'Load the page again',
  },
} as const
