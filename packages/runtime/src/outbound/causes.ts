/** The error and its causes; a chain that long leads in a circle. */
const causesMax = 16

/** An error and what caused it, the outermost first; nothing for what is no error. */
export const causesOf = (thrown: unknown): Error[] => {
  const causes: Error[] = []
  for (let next = thrown; next instanceof Error && causes.length < causesMax; next = next.cause) {
    causes.push(next)
  }
  return causes
}

/** What started it all, such as `connect ECONNREFUSED 127.0.0.1:9`; undefined without a cause. */
export const rootCauseOf = (thrown: unknown): string | undefined =>
  causesOf(thrown)
    .slice(1)
    .map((cause) => describeError(cause))
    .findLast((message) => message !== '')

/** The messages of all causes, each that says more than the one before; undefined without. */
export const causeChainOf = (thrown: unknown): string | undefined => {
  const messages = causesOf(thrown)
    .slice(1)
    .map((cause) => describeError(cause))
  const telling = messages.filter((message, at) => !(messages[at - 1] ?? '').includes(message))
  return telling.length === 0 ? undefined : telling.join(' < ')
}

/** Where a name has several addresses Node gives one error for all, without a message of its own. */
export const describeError = (error: Error): string =>
  error instanceof AggregateError && error.message === ''
    ? error.errors.map((each) => (each instanceof Error ? each.message : String(each))).join('; ')
    : error.message
