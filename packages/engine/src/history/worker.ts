import { parentPort, workerData } from 'node:worker_threads'
import { integer } from '../storage/columns.ts'
import { toFailure } from '../storage/errors.ts'
import { openReader } from './open-reader.ts'
import type { Answered, Asked, Question, Reading } from './reading.ts'
import { StatementCache } from './statement-cache.ts'

let statements: StatementCache | undefined

// Opened with the first question, so that a failure answers it.
const prepared = (): StatementCache =>
  (statements ??= new StatementCache(openReader(String(workerData))))

/** No transaction is held between statements: each sees all that is committed. */
const read = ({ rows, total, completeBelow }: Question): Reading => {
  const found = prepared()
    .prepare(rows.text)
    .all(...rows.parameters)
  if (total === undefined || found.length < completeBelow) {
    return { rows: found, total: found.length }
  }
  const counted = prepared()
    .prepare(total.text)
    .get(...total.parameters)
  return { rows: found, total: integer(counted ?? {}, 'total') }
}

const answer = ({ id, question }: Asked): Answered => {
  try {
    return { id, reading: read(question) }
  } catch (error) {
    return { id, failure: toFailure(error) }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(answer(asked)))
