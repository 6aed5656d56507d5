import { CliError } from '../errors.ts'

/** Seconds that a run may take when it does not say. */
export const timeoutSecondsDefault = 300
/** A day, which timers still count. */
const timeoutSecondsMax = 86_400

/** Milliseconds of an option in seconds. Throws `OPTION_INVALID`. */
export const readTimeoutMs = (option: string | undefined): number => {
  const seconds = option === undefined ? timeoutSecondsDefault : Number(option)
  if (seconds > 0 && seconds <= timeoutSecondsMax) return seconds * 1_000
  throw new CliError(
    'OPTION_INVALID',
    `--timeout is "${option}". Give seconds: a number over 0, up to ${timeoutSecondsMax}.`,
  )
}
