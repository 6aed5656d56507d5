import { words } from '../words.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const farMs = 30 * dayMs

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })
const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })

/**
 * How long ago a moment was, in the largest unit that fits; the date when it is 30 days or more.
 * Both are epoch milliseconds. A moment in the future, as of a clock that is ahead, is just now.
 */
export const relativeTime = (momentMs: number, nowMs: number): string => {
  const agoMs = nowMs - momentMs
  if (agoMs < minuteMs) return words.justNow
  if (agoMs < hourMs) return relative.format(-Math.floor(agoMs / minuteMs), 'minute')
  if (agoMs < dayMs) return relative.format(-Math.floor(agoMs / hourMs), 'hour')
  if (agoMs < farMs) return relative.format(-Math.floor(agoMs / dayMs), 'day')
  return date.format(momentMs)
}
