import { nextOf, readCron } from './cron.ts'
import { readMoment } from './moment.ts'
import { after, readSpan, type Span } from './span.ts'
import { TimingError } from './timing-error.ts'

export type TimingKind = 'DATE' | 'DURATION' | 'CYCLE'

/** When a timer is set, and where days begin: a name such as `Europe/Berlin`, or an offset. */
export interface TimingClock {
  /** Epoch milliseconds. */
  readonly now: number
  readonly timeZone: string
}

export interface Timing {
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** How often it comes again after that; null for ever. */
  readonly repetitions: number | null
  /** Of what comes again, for `nextDueAt`. */
  readonly interval: string | null
}

/** As often as Camunda's 32 bits count. */
const repetitionsMax = 2 ** 31 - 1

/** Characters; what is longer is a mistake, which messages would repeat. */
const lengthMax = 200

/**
 * When a text of ISO 8601 or, for a cycle, cron lets a timer fire; what has passed fires at once.
 * Throws `TimingError`.
 */
export const timingOf = (kind: TimingKind, text: string, clock: TimingClock): Timing => {
  if (text.length > lengthMax) throw new TimingError(`A text of ${text.length} is no time.`)
  const given = text.trim()
  if (kind === 'CYCLE') return cycleOf(given, clock)
  const moment = kind === 'DATE' ? readMoment(given) : firstOf(readInterval(given), clock)
  return { dueAt: moment.epochMilliseconds, repetitions: 0, interval: null }
}

/** When a cycle comes again that was due at a time: what has passed meanwhile is left out. */
export const nextDueAt = (interval: string, dueAt: number, clock: TimingClock): number => {
  if (!isInterval(interval)) return nextOf(readCron(interval), told(clock)).epochMilliseconds
  const { start, span } = readInterval(interval)
  const zone = start?.timeZoneId ?? clock.timeZone
  const last = Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO(zone)
  return Math.max(after(last, span).epochMilliseconds, clock.now)
}

/** Why a text gives no timer; null when it gives one. */
export const timingProblem = (kind: TimingKind, text: string): string | null => {
  try {
    timingOf(kind, text, { now: 0, timeZone: 'UTC' })
    return null
  } catch (error) {
    if (error instanceof TimingError) return error.message
    throw error
  }
}

const cycleOf = (text: string, clock: TimingClock): Timing => {
  if (!text.startsWith('R')) {
    const due = nextOf(readCron(text), told(clock))
    return { dueAt: due.epochMilliseconds, repetitions: null, interval: text }
  }
  const slash = text.indexOf('/')
  const times = text.slice(1, slash)
  if (slash < 0 || !/^(?:[+-]?\d{1,10})?$/.test(times)) throw noCycle(text)
  const interval = text.slice(slash + 1)
  const parsed = readInterval(interval)
  const repetitions = repetitionsOf(text, times)
  if (repetitions === null) requireProgress(text, parsed, clock)
  const { epochMilliseconds: dueAt } = firstOf(parsed, clock)
  return { dueAt, repetitions, interval: repetitions === 0 ? null : interval }
}

/** The number counts the first time, too; as in Zeebe, -1 is for ever and 0 is once. */
const repetitionsOf = (text: string, times: string): number | null => {
  if (times === '' || Number(times) === -1) return null
  if (Math.abs(Number(times)) > repetitionsMax) throw noCycle(text)
  return Math.max(Number(times) - 1, 0)
}

const noCycle = (text: string): TimingError =>
  new TimingError(`"${text}" is no cycle. Write one such as R3/PT10M, or R/PT1H for ever.`)

/** Zeebe fires without a pause, which would keep the machine busy for ever. */
const requireProgress = (text: string, { span }: Interval, clock: TimingClock): void => {
  const now = told(clock)
  if (after(now, span).epochMilliseconds > now.epochMilliseconds) return
  throw new TimingError(`"${text}" repeats for ever without a pause. Give it a longer duration.`)
}

/** A duration, from a start or from when the timer is set. */
interface Interval {
  readonly start: Temporal.ZonedDateTime | null
  readonly span: Span
}

const isInterval = (text: string): boolean => /(?:^|\/)[+-]?P/.test(text)

const readInterval = (text: string): Interval => {
  const slash = text.lastIndexOf('/')
  const start = slash < 0 ? null : readMoment(text.slice(0, slash))
  return { start, span: readSpan(text.slice(slash + 1)) }
}

/** A start that has passed is now. */
const firstOf = ({ start, span }: Interval, clock: TimingClock): Temporal.ZonedDateTime => {
  const now = told(clock)
  if (start === null) return after(now, span)
  return Temporal.ZonedDateTime.compare(start, now) > 0 ? start : now
}

const told = ({ now, timeZone }: TimingClock): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
