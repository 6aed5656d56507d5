import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../storage/open-database.ts'
import { ReaderThread, waitingQuestionsMax } from './reader-thread.ts'
import type { Question } from './reading.ts'
import { sql } from './sql.ts'

let folder: string
let database: Database
let thread: ReaderThread

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-reader-'))
  database = openDatabase(folder)
})

afterEach(async () => {
  await thread.close()
  database.close()
  rmSync(folder, { recursive: true })
})

const start = (timeoutMs = 60_000, path = database.path): void => {
  thread = new ReaderThread({ path, timeoutMs })
}

const question = (text: string): Question => ({
  rows: sql(text),
  total: undefined,
  completeBelow: 0,
})

const count = question('SELECT count(*) AS count FROM meta')

const endless = question(`
  WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n)
  SELECT count(*) FROM n WHERE value % 251 <> 0 OR interruptible()`)

const code = (expected: string): unknown => expect.objectContaining({ code: expected })

describe('a question that takes too long', () => {
  test('is given up, while those behind it are answered', async () => {
    start(1_000)

    const answers = await Promise.allSettled(
      [endless, count, count].map((asked) => thread.read(asked)),
    )

    expect(answers).toMatchObject([
      { reason: { code: 'SEARCH_TIMED_OUT' } },
      { value: { rows: [{ count: 3 }] } },
      { value: { rows: [{ count: 3 }] } },
    ])
    await expect(thread.read(count)).resolves.toMatchObject({ total: 1 })
  })

  test('does not outlive its thread', async () => {
    start()
    const answer = thread.read(endless).catch((error: unknown) => error)

    // This ends only if the endless statement does.
    await thread.close()

    expect(await answer).toEqual(code('RESOURCE_EXHAUSTED'))
  })
})

describe('a question', () => {
  test('beyond those that may wait is refused', async () => {
    start()
    const waiting = Array.from({ length: waitingQuestionsMax }, () => thread.read(count))

    await expect(thread.read(count)).rejects.toEqual(code('RESOURCE_EXHAUSTED'))

    await expect(Promise.all(waiting)).resolves.toHaveLength(waitingQuestionsMax)
    await expect(thread.read(count)).resolves.toMatchObject({ rows: [{ count: 3 }] })
  })

  test('after the end is refused', async () => {
    start()
    await thread.close()

    await expect(thread.read(count)).rejects.toEqual(code('RESOURCE_EXHAUSTED'))
  })

  test('cannot write', async () => {
    start()

    await expect(thread.read(question('DELETE FROM meta'))).rejects.toEqual(code('STORAGE_FAILED'))
  })

  test('of a file that is not there, or no database, fails by its code', async () => {
    start(60_000, join(folder, 'none.db'))
    await expect(thread.read(count)).rejects.toEqual(code('STORAGE_FAILED'))
    await thread.close()

    writeFileSync(join(folder, 'text.db'), 'no database '.repeat(1_000))
    start(60_000, join(folder, 'text.db'))
    await expect(thread.read(count)).rejects.toEqual(code('DATA_CORRUPT'))
  })

  test('of as many forms as there may be is answered', async () => {
    start()
    const forms = Array.from({ length: 500 }, (_, index) => question(`SELECT ${index} AS value`))

    const answers = await Promise.all(forms.map((form) => thread.read(form)))

    expect(answers.map(({ rows }) => rows[0]?.['value'])).toEqual(forms.map((_, index) => index))
  })
})
