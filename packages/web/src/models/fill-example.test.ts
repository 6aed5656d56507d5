import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseBpmn } from '@tenon/bpmn'
import { expect, it } from 'vitest'
import { fillExample } from './fill-example.ts'

const xml = readFileSync(join(import.meta.dirname, 'example.bpmn'), 'utf8')

it('can be deployed, asks the Tenon given, and has an id of its own', async () => {
  const first = fillExample(xml, 'http://127.0.0.1:9000')
  const second = fillExample(xml, 'http://127.0.0.1:9000')
  expect(first).toContain('source="http://127.0.0.1:9000/v2/topology"')
  expect(first).not.toContain('8080')
  const [[one], [other]] = await Promise.all([parseBpmn(first), parseBpmn(second)])
  expect(one?.id).toMatch(/^process_[a-z0-9]{10}$/)
  expect(one?.id).not.toBe(other?.id)
  expect(first).toContain(`bpmnElement="${one?.id}"`)
})
