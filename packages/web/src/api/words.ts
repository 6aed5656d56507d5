export const apiWords = {
  gone: {
    what: 'There is nothing here',
    next: 'It may have been deleted. Go back to where you came from.',
  },
  noAnswer: (address: string) =>
    `There was no answer from ${address}. Try again when Tenon is back: what you entered is still here.`,
} as const
