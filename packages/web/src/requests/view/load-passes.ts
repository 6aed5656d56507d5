import type { ElementInstance, Page } from '@tenon/orchestration'

/** What is known of the passes through the elements of a Request, in the order they began. */
export interface Passes {
  readonly items: readonly ElementInstance[]
  /** Whether some are left out: there are more than are loaded, of which only those at work are known. */
  readonly isCut: boolean
  /** Those at the beginning that cannot change any more, and where those after them begin. */
  readonly settled: { readonly count: number; readonly cursor: string | undefined }
}

/** Where passes are read from, in the order they began. */
export interface PassReader {
  readonly pageSize: number
  /** One page, of those after the cursor where there is one. */
  readonly readPage: (cursor: string | undefined) => Promise<Page<ElementInstance>>
  /** Those at work, the latest first. */
  readonly readActive: () => Promise<Page<ElementInstance>>
}

/** More are not loaded: a loop may pass its elements without end. */
export const passesMax = 10_000

const nothing: Passes = { items: [], isCut: false, settled: { count: 0, cursor: undefined } }

/**
 * Reads page by page. Of what was known before, only those pages are read again in which something
 * may have changed: what has ended stays as it is.
 */
export const loadPasses = async (
  reader: PassReader,
  before: Passes = nothing,
  itemsMax = passesMax,
): Promise<Passes> => {
  const items = before.items.slice(0, before.settled.count)
  let { settled } = before
  let { cursor } = settled
  while (items.length < itemsMax) {
    const { items: read, page } = await reader.readPage(cursor)
    const isSettled = settled.count === items.length && read.every(hasEnded)
    items.push(...read)
    cursor = page.endCursor ?? cursor
    if (isSettled) settled = { count: items.length, cursor }
    if (read.length < reader.pageSize) return { items, isCut: false, settled }
  }
  return withActive(reader, { items, isCut: true, settled })
}

const withActive = async (reader: PassReader, passes: Passes): Promise<Passes> => {
  const known = new Set(passes.items.map(({ elementInstanceKey }) => elementInstanceKey))
  const { items } = await reader.readActive()
  const others = items.filter(({ elementInstanceKey }) => !known.has(elementInstanceKey))
  return { ...passes, items: [...passes.items, ...others.toReversed()] }
}

const hasEnded = ({ state }: ElementInstance): boolean => state !== 'ACTIVE'
