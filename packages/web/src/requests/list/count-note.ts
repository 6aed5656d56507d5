import type { Page } from '@tenon/orchestration'
import { requestWords } from '../words.ts'

const number = new Intl.NumberFormat('en')

/** How many of how many are shown; nothing when all are. */
export const countNote = (
  found: Pick<Page<unknown>, 'items' | 'page'> | undefined,
): string | undefined => {
  if (found === undefined) return undefined
  const { totalItems, hasMoreTotalItems } = found.page
  if (found.items.length >= totalItems) return undefined
  const total = number.format(totalItems) + (hasMoreTotalItems ? '+' : '')
  return requestWords.count(number.format(found.items.length), total)
}
