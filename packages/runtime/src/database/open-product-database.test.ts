import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openProductDatabase } from './open-product-database.ts'
import { migrations } from './schema.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-product-'))
  path = join(folder, 'product.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const withFile = <Result>(use: (file: DatabaseSync) => Result): Result => {
  using file = new DatabaseSync(path)
  return use(file)
}

it('keeps a write-ahead log', async () => {
  const database = openProductDatabase(folder)
  await database.models.create({ name: 'Order', xml: '' })
  const mode = withFile((file) => file.prepare('PRAGMA journal_mode').get()?.['journal_mode'])
  expect(mode).toBe('wal')
  await database.close()
})

it('runs each migration once', async () => {
  // given
  const database = openProductDatabase(folder)
  const { id } = await database.models.create({ name: 'Order', xml: '' })
  await database.close()
  // when
  const again = openProductDatabase(folder)
  // then
  expect(await again.models.get(id)).toMatchObject({ name: 'Order' })
  await again.close()
  const version = withFile((file) => file.prepare('PRAGMA user_version').get()?.['user_version'])
  expect(version).toBe(migrations.length)
})

it('refuses the file of a newer Tenon, and leaves it as it is', async () => {
  // given
  await openProductDatabase(folder).close()
  withFile((file) => file.exec(`PRAGMA user_version = ${migrations.length + 1}`))
  const before = readFileSync(path)
  // when
  const open = (): unknown => openProductDatabase(folder)
  // then
  expect(open).toThrow(expect.objectContaining({ code: 'PRODUCT_DATA_TOO_NEW' }))
  expect(open).toThrow(`version ${migrations.length + 1}`)
  expect(readFileSync(path)).toEqual(before)
})

it('refuses what is no database', () => {
  writeFileSync(path, 'This is no database, but a text that is long enough to be one.'.repeat(20))
  expect(() => openProductDatabase(folder)).toThrow(
    expect.objectContaining({
      code: 'PRODUCT_DATA_UNUSABLE',
      message: expect.stringContaining(path),
    }),
  )
})

it('fails what cannot be written, and works again once it can', async () => {
  // given
  const database = openProductDatabase(folder)
  const { models } = database
  const { id } = await models.create({ name: 'Order', xml: '<a />' })
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  // when
  const failed = models.change(id, { revision: 1, xml: '<b />' })
  // then
  await expect(failed).rejects.toMatchObject({
    code: 'PRODUCT_STORAGE_FAILED',
    message: expect.stringContaining(path),
  })
  other.exec('ROLLBACK')
  other.close()
  expect(await models.change(id, { revision: 1, xml: '<b />' })).toMatchObject({ revision: 2 })
  await database.close()
})

it('can be read while it cannot be written', async () => {
  // given
  const database = openProductDatabase(folder)
  const { models } = database
  const { id } = await models.create({ name: 'Order', xml: '<a />' })
  using other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  // when
  await models.change(id, { revision: 1, xml: '<b />' }).catch(() => {})
  // then
  expect(await models.get(id)).toMatchObject({ revision: 1, xml: '<a />' })
  await database.close()
})

it('never changes a migration that was released', () => {
  expect(migrations[0]?.replaceAll(/\s+/g, ' ')).toBe(
    'CREATE TABLE models ( id TEXT PRIMARY KEY, name TEXT NOT NULL, ' +
      'revision INTEGER NOT NULL DEFAULT 1, created_at INTEGER NOT NULL, ' +
      'updated_at INTEGER NOT NULL, deleted_at INTEGER, deployed TEXT, xml TEXT NOT NULL ) STRICT',
  )
})
