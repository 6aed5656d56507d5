import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BpmnError, parseBpmn } from '@tenon/bpmn'
import { openEngine } from '@tenon/engine'
import { openProductDatabase } from '@tenon/runtime/database'
import { buildApp, createLog, openTemplates, readSettings } from '@tenon/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { between, model } from './models.ts'
import { root, temporaryFolder } from './tenon.ts'

const page = (name: string): string => readFileSync(join(root, 'docs/reference', name), 'utf8')

/** The cells of a page's tables, without the quotes of code. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => cell.trim()),
  )

const codeIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

describe('settings.md', () => {
  const rows = rowsOf(page('settings.md')).map(([name = '', fallback = '']) => ({
    name: codeIn(name)[0] ?? '',
    fallback: codeIn(fallback)[0] ?? '',
  }))

  it('has the variables that the server reads', () => {
    // The server names all of them to someone who has mistaken one.
    const [warning = ''] = readSettings({ TENON_NOTHING_OF_THE_KIND: '1' }).warnings
    const [, read = ''] = /Tenon reads (.*)\.$/.exec(warning) ?? []

    const documented = rows.map(({ name }) => name).filter((name) => !name.includes('<'))
    expect(documented.toSorted()).toEqual(read.split(', ').toSorted())
  })

  it('has their defaults', () => {
    const fallback = (name: string) => rows.find((row) => row.name === name)?.fallback

    expect(readSettings({}).settings).toEqual({
      host: fallback('TENON_HOST'),
      port: Number(fallback('TENON_PORT')),
      dataFolder: resolve(fallback('TENON_DATA') ?? ''),
    })
  })
})

/** The page, at five addresses, and its files. */
const routesOfTheApp = 6

describe('api.md', () => {
  const rows = rowsOf(page('api.md')).map(([operation = '']) => codeIn(operation)[0] ?? '')

  it('has each operation, and no other', async () => {
    const dataFolder = temporaryFolder()
    const engine = openEngine({ folder: dataFolder })
    const product = openProductDatabase(dataFolder)
    const log = createLog()
    const app = await buildApp({
      orchestration: engine,
      installationId: engine.installationId,
      models: product.models,
      templates: openTemplates([], { dataFolder, log }),
      log,
      webFolder: temporaryFolder(),
    })
    onTestFinished(async () => {
      await app.close()
      await product.close()
      await engine.close()
    })
    await app.ready()

    for (const row of rows) {
      const [method = '', path = ''] = row.split(' ')
      const isServed = app.hasRoute({ method, url: path.replace(/\{(\w+)\}/, ':$1') })
      expect({ row, isServed }).toEqual({ row, isServed: true })
    }
    const served = app.printRoutes().match(/\b(?:GET|POST|PUT|PATCH|DELETE)\b/g)
    expect(served).toHaveLength(rows.length + routesOfTheApp)
  })
})

describe('bpmn.md', () => {
  const [runs = '', refused = ''] = page('bpmn.md').split('## What is refused')
  const problemsOf = async (xml: string): Promise<string> => {
    try {
      await parseBpmn(xml)
      return ''
    } catch (error) {
      if (error instanceof BpmnError) return error.message
      throw error
    }
  }

  it.each(rowsOf(refused).flatMap((cells) => cells.flatMap(codeIn)))('refuses %s', async (name) => {
    const xml = between(`<${name} id="task" />`)

    expect(await problemsOf(xml)).toContain(`<${name}> in <bpmn:process> is not supported yet`)
  })

  it.each(rowsOf(runs).map(([name = '']) => codeIn(name)[0] ?? ''))('runs %s', async (name) => {
    const xml = name === 'bpmn:process' ? model('') : model(`<${name} id="element" />`)

    expect(await problemsOf(xml)).not.toContain('not supported')
  })
})
