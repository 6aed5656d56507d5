import { describe, expect, it } from 'vitest'
import { newModelXml } from './new-model.ts'
import { readImport } from './read-import.ts'

const file = (name: string, content: string | Uint8Array<ArrayBuffer>): File =>
  new File([content], name)

const problemOf = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
  const read = await readImport(file(name, content))
  return 'problem' in read ? read.problem : undefined
}

describe('readImport', () => {
  it('takes a BPMN file, and its name from the process', async () => {
    const xml = newModelXml('invoice', 'Invoice approval')
    expect(await readImport(file('v2 final.bpmn', xml))).toEqual({
      file: 'v2 final.bpmn',
      model: { name: 'Invoice approval', xml },
    })
  })

  it('takes the name of the file where the process has none', async () => {
    const xml = newModelXml('invoice', ' ')
    expect(await readImport(file('Invoice.BPMN', xml))).toMatchObject({
      model: { name: 'Invoice' },
    })
  })

  it('takes what cannot be deployed yet: it is a draft', async () => {
    const xml = newModelXml('invoice', 'Invoice').replace('<bpmn:startEvent id="start" />', '')
    expect(await problemOf('invoice.bpmn', xml)).toBeUndefined()
  })

  it('cuts a name that is too long', async () => {
    const xml = newModelXml('invoice', 'x'.repeat(300))
    const read = await readImport(file('invoice.bpmn', xml))
    expect(read).toMatchObject({ model: { name: 'x'.repeat(200) } })
  })

  it.each([
    ['notes.txt', 'x', 'This is no .bpmn file.'],
    ['order.form', '{}', 'This is a form.'],
    ['price.dmn', '<x/>', 'This is a DMN decision.'],
    ['price.xml', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', 'DMN'],
    ['broken.bpmn', '<a>\n<b></a>', 'line 2: The XML is not well-formed'],
    ['doctype.bpmn', '<!DOCTYPE x><x/>', 'The file has a DOCTYPE.'],
    ['page.xml', '<html/>', 'no BPMN 2.0 diagram: it begins with <html>'],
    ['latin.bpmn', new Uint8Array([0x3c, 0xe4, 0x2f, 0x3e]), 'The file is not UTF-8 text.'],
    ['large.bpmn', ' '.repeat(5_000_001), 'The file has 5 MB; 5 MB are allowed.'],
  ])('says of %s why it is no model', async (name, content, problem) => {
    expect(await problemOf(name, content)).toContain(problem)
  })

  it('knows a model for Camunda 7', async () => {
    const xml = newModelXml('invoice', 'Invoice')
    const extended = xml.replace(
      'xmlns:zeebe=',
      'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe=',
    )
    const platform = xml.replace('"Camunda Cloud"', '"Camunda Platform"')
    expect(await problemOf('a.bpmn', extended)).toContain('This is a model for Camunda 7.')
    expect(await problemOf('b.bpmn', platform)).toContain('This is a model for Camunda 7.')
  })

  it('says when the file has gone', async () => {
    const gone = {
      name: 'gone.bpmn',
      size: 1,
      arrayBuffer: () => Promise.reject(new DOMException('It is gone.', 'NotFoundError')),
    }
    expect(await readImport(gone)).toMatchObject({
      problem: 'The browser could not read the file. Is it still there?',
    })
  })
})
