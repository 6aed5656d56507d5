import type { HttpResponse } from '@tenon/sdk'

const asksToWait = new Set([429, 503])

/** Milliseconds that the answer asks to wait before the next call; 0 where it asks for none. */
export const retryAfterMsOf = ({ status, headers }: HttpResponse): number => {
  if (!asksToWait.has(status)) return 0
  const header = (lowerCase: string): string =>
    headers.find(([name]) => name.toLowerCase() === lowerCase)?.[1].trim() ?? ''
  const after = header('retry-after')
  if (/^\d{1,9}$/.test(after)) return Number(after) * 1_000
  const at = timeOf(after)
  if (at === undefined) return 0
  // By the clock that the date was read from.
  return Math.max(0, at - (timeOf(header('date')) ?? Date.now()))
}

const httpDate = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/

const timeOf = (text: string): number | undefined => {
  const time = httpDate.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
