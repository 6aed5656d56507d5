export { TimingError } from './timing-error.ts'
export { nextDueAt, timingOf, timingProblem } from './timing.ts'
export type { Timing, TimingClock, TimingKind } from './timing.ts'
