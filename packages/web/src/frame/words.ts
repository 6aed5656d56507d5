export const frameWords = {
  areas: { models: 'Models', requests: 'Requests' },
  navigation: 'Areas',
  skip: 'Skip to content',
  search: 'Search',
  colours: {
    label: 'Colours',
    schemes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  },
  collapse: 'Collapse',
  expand: 'Expand',
  lost: 'Not live: there is no connection to Tenon. Trying again.',
} as const
