export const paletteWords = {
  label: 'Search',
  placeholder: 'Search pages, models and Requests',
  empty: 'Nothing has this in its name.',
  kinds: { action: 'Action', page: 'Page', model: 'Model', request: 'Request' },
  notDone: 'This was not done',
  failed: 'Models and Requests could not be read. Pages and actions are here.',
} as const
