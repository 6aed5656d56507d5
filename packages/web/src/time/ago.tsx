import { relativeTime } from './relative-time.ts'

const exact = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'long' })

/** A moment (RFC 3339) as how long ago it was; the exact one on hover. */
export const Ago = ({ moment, now }: { readonly moment: string; readonly now: number }) => {
  const momentMs = Date.parse(moment)
  return (
    <time dateTime={moment} title={exact.format(momentMs)}>
      {relativeTime(momentMs, now)}
    </time>
  )
}
