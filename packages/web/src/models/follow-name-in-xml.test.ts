import { describe, expect, it } from 'vitest'
import { followNameInXml } from './follow-name-in-xml.ts'
import { newModelXml } from './new-model.ts'

const to = (before: string, after = 'Order check') => ({ before, after })

describe('followNameInXml', () => {
  it('renames a process that is called as its model was', async () => {
    const xml = await followNameInXml(
      newModelXml('p', 'Orders & more'),
      to('Orders & more', 'A "b"'),
    )

    expect(xml).toContain('id="p" name="A &#34;b&#34;"')
    expect(xml).toContain('<dc:Bounds x="180" y="160" width="36" height="36" />')
  })

  it.each(['New process', 'New process 12'])(
    'renames one that is still called "%s"',
    async (name) => {
      expect(await followNameInXml(newModelXml('p', name), to('Orders'))).toContain(
        'name="Order check"',
      )
    },
  )

  it.each(['Payment', 'New process of payment', 'order check'])(
    'leaves a process its own name %s',
    async (name) => {
      expect(await followNameInXml(newModelXml('p', name), to('Orders'))).toBeUndefined()
    },
  )

  it('leaves several processes as they are, and one that has no name or the new one', async () => {
    const one = newModelXml('p', 'Orders')
    const second = '<bpmn:process id="q" name="Orders" /><bpmndi:BPMNDiagram'
    const unnamed = one.replace(' name="Orders"', '')

    expect(
      await followNameInXml(one.replace('<bpmndi:BPMNDiagram', second), to('Orders')),
    ).toBeUndefined()
    expect(await followNameInXml(unnamed, to('Orders'))).toBeUndefined()
    expect(await followNameInXml(one, to('Orders', 'Orders'))).toBeUndefined()
  })

  it('touches no XML that it cannot read', async () => {
    expect(await followNameInXml('<bpmn:definitions', to('Orders'))).toBeUndefined()
  })
})
