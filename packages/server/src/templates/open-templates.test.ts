import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installedConnectors } from '../installation.ts'
import { limits } from '../limits.ts'
import { openTemplates, type Templates } from './open-templates.ts'

let dataFolder: string
let warnings: object[]
let templates: Templates

const log = {
  debug: () => {},
  warn: (details: object) => void warnings.push(details),
  error: () => {},
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tenon-templates-'))
  warnings = []
  templates = openTemplates([], { dataFolder, log })
})
afterEach(() => rmSync(dataFolder, { recursive: true }))

const template = (id: string, rest: object = {}) => ({
  name: id,
  id,
  appliesTo: ['bpmn:Task'],
  properties: [],
  ...rest,
})

const pathOf = (name: string): string => join(dataFolder, 'templates', name)

const write = (name: string, content: unknown): void => {
  mkdirSync(join(dataFolder, 'templates'), { recursive: true })
  writeFileSync(pathOf(name), typeof content === 'string' ? content : JSON.stringify(content))
}

const idsOf = async (): Promise<readonly string[]> =>
  (await templates.list()).items.map(({ id }) => id)

describe('the templates of connectors', () => {
  it('are generated from those that are installed', async () => {
    const connectors = await installedConnectors()
    templates = openTemplates(connectors, { dataFolder, log })
    const { items, problems, jobTypes } = await templates.list()
    expect(items.length).toBe(connectors.length)
    expect(jobTypes).toContain('io.camunda:http-json:1')
    expect(problems).toEqual([])
    expect(items[0]).toMatchObject({ id: connectors[0]?.id, groups: expect.any(Array) })
  })
})

describe('the templates of the data folder', () => {
  it('may be missing', async () => {
    expect(await templates.list()).toEqual({ items: [], problems: [], jobTypes: [] })
    expect(warnings).toEqual([])
  })

  it('are those of its *.json files: one each, or a list', async () => {
    write('b.json', template('b', { version: 2, icon: { contents: 'data:image/svg+xml,x' } }))
    write('a.json', [template('a', { version: 1 }), template('a', { version: 2 })])
    write('notes.txt', 'no template')
    expect(await templates.list()).toEqual({
      items: [
        template('a', { version: 1 }),
        template('a', { version: 2 }),
        template('b', { version: 2, icon: { contents: 'data:image/svg+xml,x' } }),
      ],
      problems: [],
      jobTypes: [],
    })
  })

  it('are read again when they change, come or go', async () => {
    write('a.json', template('a'))
    expect(await idsOf()).toEqual(['a'])
    write('a.json', template('b'))
    utimesSync(pathOf('a.json'), 1, 1)
    expect(await idsOf()).toEqual(['b'])
    write('c.json', template('c'))
    expect(await idsOf()).toEqual(['b', 'c'])
    rmSync(pathOf('a.json'))
    expect(await idsOf()).toEqual(['c'])
  })

  it('do not hide each other when one is broken, which the log says once', async () => {
    // given
    write('a.json', [template('good'), { name: 'Bad', id: 'bad', appliesTo: ['bpmn:Task'] }])
    write('b.json', '{\n"name": "Broken" "id": "broken"}')
    // when
    const { items, problems } = await templates.list()
    await templates.list()
    // then
    expect(items).toEqual([template('good')])
    expect(problems).toEqual([
      { file: 'a.json', message: expect.stringContaining('Template "bad": ') },
      { file: 'b.json', message: expect.stringContaining('line 2: The template is not JSON') },
    ])
    expect(warnings).toEqual([
      { file: pathOf('a.json'), problem: problems[0]?.message },
      { file: pathOf('b.json'), problem: problems[1]?.message },
    ])
  })

  it('may not be two with one id and version: the first is used', async () => {
    write('a.json', [template('x', { version: 1 }), template('y')])
    write('b.json', [template('x', { version: 1, name: 'Other' }), template('x', { version: 2 })])
    const { items, problems } = await templates.list()
    expect(items.map(({ id, version }) => [id, version])).toEqual([
      ['x', 1],
      ['y', undefined],
      ['x', 2],
    ])
    expect(problems).toEqual([
      { file: 'b.json', message: expect.stringContaining('"x" version 1 is also that of a.json') },
    ])
  })

  it.each(['null', '7', '"text"', '[7]', '[[]]', '{}', ''])('are not %j', async (content) => {
    write('a.json', content)
    const { items, problems } = await templates.list()
    expect(items).toEqual([])
    expect(problems).toEqual([{ file: 'a.json', message: expect.stringMatching(/\w/) }])
  })

  it('are only files that lie there: no links, no pipes, no folders', async () => {
    // given
    writeFileSync(join(dataFolder, 'outside.json'), JSON.stringify(template('outside')))
    write('a.json', template('a'))
    symlinkSync(join(dataFolder, 'outside.json'), pathOf('link.json'))
    execFileSync('mkfifo', [pathOf('pipe.json')])
    mkdirSync(pathOf('folder.json'))
    // when
    const { items, problems } = await templates.list()
    // then
    expect(items).toEqual([template('a')])
    expect(problems.map(({ file }) => file)).toEqual(['folder.json', 'link.json', 'pipe.json'])
  })

  it('may have 2 MB a file, and not one byte more', async () => {
    const sized = (bytes: number): string => JSON.stringify(template('a')).padEnd(bytes)
    write('a.json', sized(limits.templateFileBytesMax))
    expect(await idsOf()).toEqual(['a'])
    write('a.json', sized(limits.templateFileBytesMax + 1))
    expect(await templates.list()).toMatchObject({
      items: [],
      problems: [{ message: expect.stringContaining('larger than 2000000 bytes') }],
    })
  })

  it('may have 1,000 files, and of more the first are read', async () => {
    const names = Array.from({ length: limits.templateFilesMax }, (_, n) => `a-${1000 + n}`)
    for (const name of names) write(`${name}.json`, template(name))
    expect(await templates.list()).toMatchObject({ problems: [] })
    write('b.json', template('b'))
    expect(await idsOf()).toEqual(names)
    expect((await templates.list()).problems).toEqual([
      { file: 'templates', message: expect.stringContaining('more than 1000 files') },
    ])
  })

  it('must be UTF-8', async () => {
    mkdirSync(join(dataFolder, 'templates'))
    writeFileSync(pathOf('a.json'), Buffer.from(JSON.stringify(template('Größe')), 'latin1'))
    expect((await templates.list()).problems).toEqual([
      { file: 'a.json', message: 'It is not UTF-8. Save it as UTF-8.' },
    ])
  })
})
