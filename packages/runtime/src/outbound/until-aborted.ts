/**
 * The work's result, or the signal's reason as soon as it aborts: work that does not listen to the
 * signal goes on, but nobody waits for it.
 */
export const untilAborted = async <Result>(
  work: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> => {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<void>()
  const abort = (): void => aborted.resolve()
  signal.addEventListener('abort', abort, { once: true })
  try {
    const working = work()
    await Promise.race([working, aborted.promise])
    signal.throwIfAborted()
    return await working
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
