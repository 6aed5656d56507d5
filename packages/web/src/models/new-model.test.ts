import { parseBpmn } from '@tenon/bpmn'
import { expect, it } from 'vitest'
import { newModelXml, newProcessId } from './new-model.ts'

it('makes a process that can be deployed', async () => {
  const id = newProcessId()
  const [process] = await parseBpmn(newModelXml(id, 'New process'))
  expect(process).toMatchObject({ id, name: 'New process' })
})

it('takes any name', async () => {
  const name = `A & B <"'>`
  const [process] = await parseBpmn(newModelXml('p', name))
  expect(process).toMatchObject({ name })
})

it('gives each process an id of its own', () => {
  const ids = new Set(Array.from({ length: 1_000 }, newProcessId))
  expect(ids.size).toBe(1_000)
})
