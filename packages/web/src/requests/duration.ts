const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/**
 * A time in the two largest units that matter, such as `412 ms`, `3.2 s`, `4 min 5 s`, `2 h 10 min`
 * or `3 d 4 h`. A negative one, as of a clock that is ahead, is none.
 */
export const duration = (milliseconds: number): string => {
  const ms = Math.max(0, Math.round(milliseconds))
  if (ms < secondMs) return `${ms} ms`
  if (ms < 10 * secondMs) return `${Math.floor(ms / 100) / 10} s`
  if (ms < minuteMs) return `${Math.floor(ms / secondMs)} s`
  if (ms < hourMs) return inTwo(ms, [minuteMs, 'min'], [secondMs, 's'])
  if (ms < dayMs) return inTwo(ms, [hourMs, 'h'], [minuteMs, 'min'])
  return inTwo(ms, [dayMs, 'd'], [hourMs, 'h'])
}

type Unit = readonly [ms: number, sign: string]

const inTwo = (ms: number, [large, largeSign]: Unit, [small, smallSign]: Unit): string => {
  const rest = Math.floor((ms % large) / small)
  const whole = `${Math.floor(ms / large)} ${largeSign}`
  return rest === 0 ? whole : `${whole} ${rest} ${smallSign}`
}

/**
 * How long something took, or takes until now (epoch milliseconds), which is told in whole seconds.
 * Dates are RFC 3339.
 */
export const durationOf = (
  { startDate, endDate }: { readonly startDate: string; readonly endDate: string | null },
  now: number,
): string => {
  if (endDate !== null) return duration(Date.parse(endDate) - Date.parse(startDate))
  const seconds = Math.floor((now - Date.parse(startDate)) / secondMs)
  return duration(Math.max(1, seconds) * secondMs)
}
