/** How Chromium, Firefox and Safari say that a module, or its styles, could not be loaded. */
const texts = [
  /failed to fetch dynamically imported module/i,
  /error loading dynamically imported module/i,
  /importing a module script failed/i,
  /unable to preload css/i,
]

/** Whether a part of the app is no longer on the server, as after a new build. */
export const isMissingCode = (error: unknown): boolean =>
  error instanceof Error && texts.some((text) => text.test(error.message))
