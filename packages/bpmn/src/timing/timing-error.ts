/** A text gives no time; `message` says why and what to write. */
export class TimingError extends Error {
  override readonly name = 'TimingError'
}
