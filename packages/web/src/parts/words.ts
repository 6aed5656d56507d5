export const partsWords = {
  close: 'Close',
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
