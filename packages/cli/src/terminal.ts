export type Environment = Readonly<Record<string, string | undefined>>

/** The outside of a command; nothing else of this package touches the process. */
export interface Terminal {
  readonly environment: Environment
  /** A line of the result, on stdout. */
  readonly print: (line: string) => void
  /** A line for people, on stderr. */
  readonly tell: (line: string) => void
  /** Aborts when the user or the system asks to stop, by a `stopSignals`; once more, and it ends. */
  readonly stopped: AbortSignal
}

/** The terminal of this process. */
export const processTerminal = (): Terminal => {
  endWithReader(process.stdout)
  endWithReader(process.stderr)
  let stopped: AbortSignal | undefined
  return {
    environment: process.env,
    print: (line) => void process.stdout.write(`${line}\n`),
    tell: (line) => void process.stderr.write(`${line}\n`),
    // Made when first asked for: a command that does not ask ends at the first signal.
    get stopped() {
      return (stopped ??= abortedByStop())
    },
  }
}

/** SIGHUP is that the terminal was closed. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const abortedByStop = (): AbortSignal => {
  const controller = new AbortController()
  const stop = (): void => {
    for (const signal of stopSignals) process.off(signal, stop)
    controller.abort()
  }
  for (const signal of stopSignals) process.on(signal, stop)
  return controller.signal
}

/** A reader that has enough, such as `head`, is no failure. */
const endWithReader = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
