export const frameWords = {
  areas: { models: 'Models', requests: 'Requests' },
  navigation: 'Areas',
} as const
