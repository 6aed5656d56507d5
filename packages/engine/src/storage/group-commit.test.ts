import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseBpmn } from '@tenon/bpmn'
import { SecretSeal } from '@tenon/orchestration/secret-seal'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cancelInstance } from '../core/cancel-instance.ts'
import { createInstance } from '../core/create-instance.ts'
import { oneTask } from '../testing/model.ts'
import { commandsPerCommitMax, GroupCommit, waitingCommandsMax } from './group-commit.ts'
import { openDatabase, type Database } from './open-database.ts'
import { Transaction, type Command } from './transaction.ts'

const xml = oneTask()
const [process] = await parseBpmn(xml)

let folder: string
let database: Database
let commits: GroupCommit
let reopened: number
/** For each commit the instances that were changed, and those that were on the disk by then. */
let committed: { readonly keys: readonly number[]; readonly stored: readonly number[] }[]
let definitionKey: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-commit-'))
  open()
  definitionKey = await commits.submit(deploy)
  database.writer.exec(
    `CREATE TABLE parent (key INTEGER PRIMARY KEY);
     CREATE TABLE child (parent_key REFERENCES parent DEFERRABLE INITIALLY DEFERRED)`,
  )
  committed = []
})

afterEach(async () => {
  await commits.close()
  database.close()
  rmSync(folder, { recursive: true })
})

const open = (): void => {
  database = openDatabase(folder)
  reopened = 0
  committed = []
  const transactionOn = (writer: DatabaseSync): Transaction => {
    writer.exec('PRAGMA foreign_keys = ON')
    return new Transaction(writer, new SecretSeal(database.installationKey), 'UTC')
  }
  commits = new GroupCommit({
    transaction: transactionOn(database.writer),
    reopen: () => {
      reopened++
      return transactionOn(database.reopen())
    },
    now: () => 0,
    onCommitted: (steps) => {
      const keys = steps.map(({ processInstance }) => processInstance.key)
      committed.push({ keys, stored: storedInstances() })
    },
  })
}

const restart = async (): Promise<void> => {
  await commits.close()
  database.close()
  open()
}

/** Rows as another connection sees them: those that are committed. */
const stored = (sql: string): readonly unknown[] => {
  using reader = new DatabaseSync(database.path, { readOnly: true })
  return reader.prepare(sql).all()
}

const storedInstances = (): readonly number[] =>
  stored('SELECT key FROM process_instance ORDER BY key').map((row) => Number(Object(row).key))

const deploy = (transaction: Transaction): number => {
  if (process === undefined) throw new Error('No process')
  const resource = { resourceName: 'model.bpmn', digest: 'd', xml, deployedAt: 0 }
  return transaction.definitions.add({ key: transaction.nextKey(), process, ...resource }).key
}

const create = (transaction: Transaction): number => {
  const definition = transaction.definitions.get(definitionKey)
  const step = createInstance(definition, { variables: {}, tags: [] }, transaction)
  transaction.add(step)
  return step.processInstance.key
}

const cancel =
  (key: number): Command<void> =>
  (transaction) => {
    const step = transaction.step(key)
    cancelInstance(step)
    transaction.add(step)
  }

const stateOf =
  (key: number): Command<string> =>
  (transaction) =>
    transaction.step(key).processInstance.state

const nextKey: Command<number> = (transaction) => transaction.nextKey()

const refuse: Command<never> = () => {
  throw new RangeError('Refused')
}

/** Breaks a rule that SQLite checks no earlier than at COMMIT. */
const breakCommit = (): void => database.writer.exec('INSERT INTO child VALUES (1)')

const storageFailed = { status: 'rejected', reason: { code: 'STORAGE_FAILED' } }

describe('commands that wait together', () => {
  it('are answered after their commit, which is one', async () => {
    const keys = await Promise.all([commits.submit(create), commits.submit(create)])

    expect(committed).toEqual([{ keys, stored: keys }])
    expect(storedInstances()).toEqual(keys)
  })

  it('are committed in several groups when they are many', async () => {
    const commands = Array.from({ length: commandsPerCommitMax + 1 }, () => nextKey)

    const keys = await Promise.all(commands.map((command) => commits.submit(command)))

    expect(new Set(keys).size).toBe(keys.length)
    expect(committed).toHaveLength(2)
  })

  it('are answered also when what follows a commit throws', async () => {
    const failing = new GroupCommit({
      transaction: new Transaction(
        database.writer,
        new SecretSeal(database.installationKey),
        'UTC',
      ),
      reopen: () => expect.unreachable(),
      now: () => 0,
      onCommitted: () => {
        throw new RangeError('Refused')
      },
    })
    const key = failing.submit(nextKey)

    await expect(failing.close()).rejects.toThrow(RangeError)

    expect(await key).toBeGreaterThan(definitionKey)
  })
})

describe('a COMMIT that fails', () => {
  it('refuses all commands of its group, also those that were refused already', async () => {
    const answers = await Promise.allSettled([
      commits.submit(create),
      commits.submit(refuse),
      commits.submit(breakCommit),
      commits.submit(nextKey),
    ])

    expect(answers).toMatchObject([storageFailed, storageFailed, storageFailed, storageFailed])
    expect(answers[0]).toMatchObject({
      reason: { message: expect.stringContaining('FOREIGN KEY constraint failed') },
    })
    expect(committed).toEqual([])
  })

  it('leaves no rows, no changes in memory, no keys and no definitions', async () => {
    const key = await commits.submit(create)
    const lastKey = await commits.submit(nextKey)
    const failedDefinitionKey = lastKey + 1

    await Promise.allSettled([
      commits.submit((transaction) => {
        expect(deploy(transaction)).toBe(failedDefinitionKey)
      }),
      commits.submit(create),
      commits.submit(cancel(key)),
      commits.submit(breakCommit),
    ])

    expect(stored('SELECT key, state FROM process_instance')).toEqual([{ key, state: 'ACTIVE' }])
    expect(stored('SELECT * FROM child')).toEqual([])
    expect(stored('SELECT key FROM process_definition')).toEqual([{ key: definitionKey }])
    expect(await commits.submit(stateOf(key))).toBe('ACTIVE')
    const lost = commits.submit(({ definitions }) => definitions.get(failedDefinitionKey))
    await expect(lost).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await commits.submit(nextKey)).toBe(lastKey + 1)
  })

  it('is followed by commands on the database opened anew', async () => {
    const failed = database.writer
    await expect(commits.submit(breakCommit)).rejects.toMatchObject({ code: 'STORAGE_FAILED' })

    const keys = await Promise.all([commits.submit(create), commits.submit(create)])
    await commits.submit(cancel(keys[0]))

    expect(reopened).toBe(1)
    expect(failed.isOpen).toBe(false)
    expect(stored('SELECT key, state FROM process_instance')).toEqual([
      { key: keys[0], state: 'TERMINATED' },
      { key: keys[1], state: 'ACTIVE' },
    ])
  })

  it('does not refuse commands that come again once their definition is loaded', async () => {
    const key = await commits.submit(create)
    await restart()

    const answers = await Promise.allSettled([
      commits.submit(stateOf(key)),
      commits.submit(breakCommit),
    ])

    expect(answers).toMatchObject([{ status: 'fulfilled', value: 'ACTIVE' }, storageFailed])
  })
})

describe('a command that throws', () => {
  const changes = (key: number): Command<void> => {
    return (transaction) => {
      create(transaction)
      cancel(key)(transaction)
      database.writer.exec("INSERT INTO meta (name, value) VALUES ('thrown', 1)")
    }
  }
  const thrown = (key: number): Command<never> => {
    return (transaction) => {
      changes(key)(transaction)
      throw new RangeError('Refused')
    }
  }
  /** Its rows are refused, after others of it were written. */
  const unwritable = (key: number): Command<void> => {
    return (transaction) => {
      changes(key)(transaction)
      const definition = transaction.definitions.get(definitionKey)
      const step = createInstance(definition, { variables: {}, tags: [] }, transaction)
      step.changeProcessInstance({ startedAt: 0.5 })
      transaction.add(step)
    }
  }

  it.each([
    ['by itself', thrown, 'Refused'],
    ['for what it writes', unwritable, 'cannot store REAL value'],
  ])('%s leaves nothing, and does not hurt others of its group', async (_, command, message) => {
    const key = await commits.submit(create)
    committed = []

    const [first, bad, state, last] = await Promise.allSettled([
      commits.submit(create),
      commits.submit(command(key)),
      commits.submit(stateOf(key)),
      commits.submit(create),
    ])

    expect(bad).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining(message) },
    })
    expect(state).toEqual({ status: 'fulfilled', value: 'ACTIVE' })
    const created = [first, last].flatMap((answer) =>
      answer.status === 'fulfilled' ? answer.value : [],
    )
    expect(created).toHaveLength(2)
    expect(committed).toEqual([{ keys: created, stored: [key, ...created] }])
    expect(stored("SELECT * FROM process_instance WHERE state <> 'ACTIVE'")).toEqual([])
    expect(stored("SELECT * FROM meta WHERE name = 'thrown'")).toEqual([])
    expect(reopened).toBe(0)
  })
})

describe('commands that need definitions that are not in memory', () => {
  it('are answered when these are loaded, and keep nobody waiting', async () => {
    const otherKey = await commits.submit(deploy)
    const keys = await Promise.all([commits.submit(create), commits.submit(create)])
    await restart()
    const answered: string[] = []
    const submit = async (name: string, command: Command<unknown>): Promise<void> => {
      await commits.submit(command)
      answered.push(name)
    }

    await Promise.all([
      ...keys.map((key) => submit('needs one', cancel(key))),
      submit('needs both', (transaction) => {
        transaction.definitions.get(definitionKey)
        transaction.definitions.get(otherKey)
      }),
      submit('needs none', nextKey),
    ])

    expect(answered).toEqual(['needs none', 'needs one', 'needs one', 'needs both'])
    expect(stored("SELECT * FROM process_instance WHERE state = 'TERMINATED'")).toHaveLength(2)
  })

  it.each(['before', 'while'])('are answered also when it closes %s they load', async (when) => {
    const key = await commits.submit(create)
    await restart()
    const state = commits.submit(stateOf(key))
    // In the group in which it turns out that the definition is missing.
    if (when === 'while') await commits.submit(nextKey)

    await commits.close()

    expect(await isAnswered(state)).toBe(true)
    expect(await state).toBe('ACTIVE')
  })
})

describe('close', () => {
  it('finishes what waits and refuses what is new', async () => {
    const commands = Array.from({ length: 2 * commandsPerCommitMax + 1 }, () => nextKey)
    const waiting = Promise.all(commands.map((command) => commits.submit(command)))

    const closing = commits.close()
    const late = commits.submit(nextKey)

    await expect(late).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      message: expect.stringContaining('stopping'),
    })
    await closing
    expect(await isAnswered(waiting)).toBe(true)
  })
})

describe('more commands than may wait', () => {
  it('are refused until others are done', async () => {
    let ran = 0
    const count = (): number => ++ran
    const waiting = Array.from({ length: waitingCommandsMax }, () => commits.submit(count))

    await expect(commits.submit(count)).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' })

    await Promise.all(waiting)
    expect(ran).toBe(waitingCommandsMax)
    expect(await commits.submit(count)).toBe(waitingCommandsMax + 1)
  })
})

/** Whether a promise is settled now, but for what follows in microtasks. */
const isAnswered = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    promise.then(() => true),
    new Promise<boolean>((resolve) => globalThis.process.nextTick(() => resolve(false))),
  ])
