import { expect, it } from 'vitest'
import { appliesTo, elementTypeOf, type TemplateBinding } from '@tenon/templates'
import { testElement, testTemplate } from './test-element.ts'

const start = '<bpmn:startEvent id="element" />'
const innerStart = `<bpmn:subProcess id="sub" triggeredByEvent="true">${start}</bpmn:subProcess>`
const caught = '<bpmn:intermediateCatchEvent id="element" />'
const timer = (name: string): TemplateBinding => ({
  type: 'bpmn:TimerEventDefinition#property',
  name,
})
const variableEvents: TemplateBinding = {
  type: 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property',
  name: 'variableEvents',
}

it.each<[string, readonly string[], TemplateBinding | undefined, boolean]>([
  ['<bpmn:task id="element" />', ['bpmn:Task'], undefined, true],
  ['<bpmn:serviceTask id="element" />', ['bpmn:Task'], undefined, true],
  ['<bpmn:task id="element" />', ['bpmn:ServiceTask'], undefined, false],
  [start, ['bpmn:Event'], timer('timeDate'), true],
  [start, ['bpmn:Event'], timer('timeCycle'), true],
  [start, ['bpmn:Event'], timer('timeDuration'), false],
  [innerStart, ['bpmn:Event'], timer('timeDuration'), true],
  [caught, ['bpmn:Event'], timer('timeDuration'), true],
  [caught, ['bpmn:Event'], timer('timeCycle'), false],
  [start, ['bpmn:Event'], variableEvents, false],
  [innerStart, ['bpmn:Event'], variableEvents, true],
])('to %s of %j with %j: %s', async (content, types, binding, expected) => {
  const { element } = await testElement(content)
  const properties = binding === undefined ? [] : [{ binding }]

  expect(appliesTo(testTemplate(properties, { appliesTo: types }), element)).toBe(expected)
})

it('says what an element has to become', () => {
  const eventDefinition = 'bpmn:MessageEventDefinition'
  const value = 'bpmn:StartEvent'

  expect(elementTypeOf(testTemplate([]))).toBe(undefined)
  expect(elementTypeOf(testTemplate([], { elementType: { value } }))).toEqual({ type: value })
  expect(elementTypeOf(testTemplate([], { elementType: { value, eventDefinition } }))).toEqual({
    type: value,
    eventDefinitionType: eventDefinition,
  })
})
