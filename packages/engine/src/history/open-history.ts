import {
  OrchestrationError,
  type Entity,
  type Page,
  type Queries,
  type SearchItems,
} from '@tenon/orchestration'
import { text, type Columns } from '../storage/columns.ts'
import { compileSearch, countedMatchesMax, type CompiledSearch } from './compile-search.ts'
import { encodeCursor } from './cursor.ts'
import { itemColumns, itemReaders } from './items.ts'
import { JobHeaders } from './job-headers.ts'
import { ReaderThread } from './reader-thread.ts'
import type { Reading } from './reading.ts'
import { sql, type Parameter } from './sql.ts'
import { tables } from './tables.ts'

/** How long a search may take before it is given up. */
export const searchTimeoutMs = 5_000

/** Queries of the state tables, which keep what has ended. */
export interface History extends Omit<Queries, 'watch'> {
  /** Gives up what is under way, and lets go of the file. */
  close(): Promise<void>
}

/**
 * Reads `engine.db` in a thread of its own, so that no search holds up the writer. The thread
 * starts with the first query. Searches throw `SEARCH_TIMED_OUT` or `INVALID_ARGUMENT`; all throw
 * `RESOURCE_EXHAUSTED` when too many wait.
 */
export const openHistory = (
  path: string,
  { timeoutMs = searchTimeoutMs }: { readonly timeoutMs?: number } = {},
): History => {
  const thread = new ReaderThread({ path, timeoutMs })
  const processDefinitionXml = async (key: string): Promise<string> => {
    const columns = await readOne(thread, 'SELECT xml FROM process_definition WHERE key = ?', key)
    if (columns === undefined) throw notFound('process-definitions', key)
    return text(columns, 'xml')
  }
  const jobHeaders = new JobHeaders(processDefinitionXml)
  const completed = async (
    entity: Entity,
    rows: readonly Columns[],
  ): Promise<readonly Columns[]> => (entity === 'jobs' ? jobHeaders.addTo(rows) : rows)
  return {
    processDefinitionXml,
    async search(entity, request) {
      const { page, ...search } = compileSearch(entity, request)
      const { rows, total } = await thread.read({ ...search, rows: page })
      return toPage(entity, search, { rows: await completed(entity, rows), total })
    },
    async get(entity, key) {
      const { name, joins } = tables[entity]
      const from = `${name} ${joins} WHERE ${name}.key = ?`
      const columns = await readOne(thread, `SELECT ${itemColumns[entity]} FROM ${from}`, key)
      const [row] = columns === undefined ? [] : await completed(entity, [columns])
      if (row === undefined) throw notFound(entity, key)
      return itemReaders[entity](row)
    },
    close: () => thread.close(),
  }
}

const readOne = async (
  thread: ReaderThread,
  statement: string,
  key: string,
): Promise<Columns | undefined> => {
  const rows = sql(statement, Number(key))
  const reading = await thread.read({ rows, total: undefined, completeBelow: 0 })
  return reading.rows[0]
}

const toPage = <E extends Entity>(
  entity: E,
  { order }: Pick<CompiledSearch, 'order'>,
  { rows, total }: Reading,
): Page<SearchItems[E]> => {
  const toItem = itemReaders[entity]
  const cursor = (columns: Columns | undefined): string | null =>
    columns === undefined ? null : encodeCursor(order, position(columns, order.length))
  return {
    items: rows.map((columns) => toItem(columns)),
    page: {
      totalItems: Math.min(total, countedMatchesMax),
      hasMoreTotalItems: total > countedMatchesMax,
      startCursor: cursor(rows[0]),
      endCursor: cursor(rows.at(-1)),
    },
  }
}

const position = (columns: Columns, length: number): readonly Parameter[] =>
  Array.from({ length }, (_, index) => {
    const value = columns[`sort_${index}`]
    return typeof value === 'string' || typeof value === 'number' ? value : null
  })

const kinds: Readonly<Record<Entity, string>> = {
  'process-definitions': 'process definition',
  'process-instances': 'process instance',
  'element-instances': 'element instance',
  incidents: 'incident',
  jobs: 'job',
  'message-subscriptions': 'message subscription',
  variables: 'variable',
}

const notFound = (entity: Entity, key: string): OrchestrationError =>
  new OrchestrationError(
    'NOT_FOUND',
    `No ${kinds[entity]} with key ${key} exists. Check the key, or search for it.`,
  )
