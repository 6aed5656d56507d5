import { expect, it } from 'vitest'
import type { ElementTemplate } from './element-template.ts'
import { isInbound } from './is-inbound.ts'

const templateWith = (name: string): ElementTemplate => ({
  id: 'template',
  name: 'Template',
  appliesTo: ['bpmn:StartEvent'],
  properties: [{ type: 'Hidden', value: 'x', binding: { type: 'zeebe:property', name } }],
})

it('tells inbound connectors by what Camunda calls them', () => {
  expect(isInbound(templateWith('inbound.type'))).toBe(true)
  expect(isInbound(templateWith('other'))).toBe(false)
})
