/** Milliseconds that a job may be leased or held back at most: 100 years. */
export const jobTimeMsMax = 100 * 365 * 24 * 60 * 60 * 1_000

/** Milliseconds that a message may wait at most: 100 years. */
export const timeToLiveMsMax = jobTimeMsMax
