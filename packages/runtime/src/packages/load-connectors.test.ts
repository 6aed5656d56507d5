import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadConnectors } from './load-connectors.ts'

const connectorSource = (id: string, jobType = `${id}:1`): string => `
  export default {
    id: '${id}', version: '1.0.0', name: '${id}', jobType: '${jobType}',
    operations: new Map([['run', { id: 'run', execute: async () => ({}) }]]),
  }`

/** A folder with these files, and the URL of its package.json. */
const folderWith = async (files: Readonly<Record<string, unknown>>): Promise<URL> => {
  const folder = await mkdtemp(join(tmpdir(), 'tenon-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  }
  return pathToFileURL(join(folder, 'package.json'))
}

const dependingOn = (...names: readonly string[]): object => ({
  dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
})
const declaring = (...connectors: readonly string[]): object => ({ tenon: { connectors } })

describe('connectors of packages', () => {
  test('are those that the dependencies declare, by name', async () => {
    const url = await folderWith({
      'package.json': dependingOn('two', '@scope/one', 'plain'),
      'node_modules/@scope/one/package.json': {
        ...declaring('./src/a.mjs', './src/b.mjs'),
        exports: { '.': './none.js' },
      },
      'node_modules/@scope/one/src/a.mjs': connectorSource('one.a'),
      'node_modules/@scope/one/src/b.mjs': connectorSource('one.b'),
      'node_modules/two/package.json': declaring('./index.mjs'),
      'node_modules/two/index.mjs': connectorSource('two'),
      'node_modules/plain/package.json': { main: './throws.js' },
      'node_modules/plain/throws.js': 'throw new Error("imported")',
      'node_modules/undeclared/package.json': declaring('./missing.mjs'),
    })
    const connectors = await loadConnectors(url)
    expect(connectors.map(({ id }) => id)).toEqual(['one.a', 'one.b', 'two'])
    expect(await loadConnectors(url.href)).toEqual(connectors)
  })

  test.each<[string, Record<string, unknown>, string, RegExp]>([
    ['a missing package', {}, 'PACKAGE_NOT_FOUND', /'one'.*npm install/],
    [
      'a package.json that is no JSON',
      { 'node_modules/one/package.json': '{' },
      'PACKAGE_INVALID',
      /one/,
    ],
    [
      'a declaration of the wrong kind',
      { 'node_modules/one/package.json': { tenon: { connectors: './a.mjs' } } },
      'PACKAGE_INVALID',
      /package 'one'[^]*tenon\.connectors/,
    ],
    [
      'a path out of the package',
      { 'node_modules/one/package.json': declaring('../../a.mjs') },
      'PACKAGE_INVALID',
      /tenon\.connectors/,
    ],
    [
      'a missing module',
      { 'node_modules/one/package.json': declaring('./a.mjs') },
      'CONNECTOR_NOT_LOADED',
      /'one'.*a\.mjs cannot be imported/,
    ],
    [
      'a module that throws',
      {
        'node_modules/one/package.json': declaring('./a.mjs'),
        'node_modules/one/a.mjs': 'throw new Error("broken by hand")',
      },
      'CONNECTOR_NOT_LOADED',
      /'one'.*broken by hand/,
    ],
    [
      'an export of something else',
      {
        'node_modules/one/package.json': declaring('./a.mjs'),
        'node_modules/one/a.mjs': 'export default { id: 1 }',
      },
      'CONNECTOR_NOT_LOADED',
      /'one'[^]*exports no connector by default[^]*operations/,
    ],
    [
      'no default export',
      {
        'node_modules/one/package.json': declaring('./a.mjs'),
        'node_modules/one/a.mjs': 'export const a = 1',
      },
      'CONNECTOR_NOT_LOADED',
      /exports no connector by default/,
    ],
    [
      'a job type of two',
      {
        'node_modules/one/package.json': declaring('./a.mjs', './b.mjs'),
        'node_modules/one/a.mjs': connectorSource('a', 'same:1'),
        'node_modules/one/b.mjs': connectorSource('b', 'same:1'),
      },
      'JOB_TYPE_TAKEN',
      /'same:1'.*'a'.*'b'/,
    ],
  ])('are refused: %s', async (_, files, code, message) => {
    const url = await folderWith({ 'package.json': dependingOn('one'), ...files })
    await expect(loadConnectors(url)).rejects.toMatchObject({
      name: 'RuntimeError',
      code,
      message: expect.stringMatching(message),
    })
  })
})
