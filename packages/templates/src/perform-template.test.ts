import { describe, expect, it } from 'vitest'
import {
  performTemplate,
  readModel,
  type TemplateErrorCode,
  type TemplateProperty,
} from '@tenon/templates'
import { testElement, testTemplate } from './test-element.ts'

const model = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:acme="http://example.com/acme" id="definitions">
  <bpmn:process id="process">
${content}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="process">
      <bpmndi:BPMNShape id="shape" bpmnElement="element">
        <dc:Bounds x="1" y="2" width="100" height="80" />
      </bpmndi:BPMNShape>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`

const task = `    <bpmn:startEvent id="start">
      <bpmn:outgoing>in</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="element" />
    <bpmn:task id="element" name="Pay" acme:note="x">
      <bpmn:documentation>Why</bpmn:documentation>
      <bpmn:extensionElements>
        <acme:note>kept</acme:note>
      </bpmn:extensionElements>
      <bpmn:incoming>in</bpmn:incoming>
      <bpmn:outgoing>out</bpmn:outgoing>
    </bpmn:task>
    <bpmn:boundaryEvent id="late" attachedToRef="element" />
    <bpmn:endEvent id="end">
      <bpmn:incoming>out</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="out" sourceRef="element" targetRef="end" />`

const type: TemplateProperty = {
  type: 'Hidden',
  value: 'pay',
  binding: { type: 'zeebe:taskDefinition', property: 'type' },
}

const applied = async (xml: string, ...[template, options]: TemplateArguments): Promise<string> => {
  const { elementsById, write } = await readModel(xml)
  const element = elementsById.get('element')
  if (element === undefined) throw new Error('The test has no element.')
  performTemplate(element, template, options)
  return write()
}
type TemplateArguments = readonly [
  Parameters<typeof performTemplate>[1],
  Parameters<typeof performTemplate>[2]?,
]

const refusal = (code: TemplateErrorCode) =>
  expect.objectContaining({ name: 'TemplateError', code })

describe('an element that the template wants of another type', () => {
  const template = testTemplate([type], { elementType: { value: 'bpmn:ServiceTask' } })

  it('keeps its id, name, flows, boundary events, place and what other vendors put in it', async () => {
    expect(await applied(model(task), template)).toBe(
      model(
        task
          .replace(
            '<bpmn:task id="element" name="Pay" acme:note="x">',
            '<bpmn:serviceTask id="element" name="Pay" zeebe:modelerTemplate="acme.test" zeebe:modelerTemplateVersion="1" acme:note="x">',
          )
          .replace('</bpmn:task>', '</bpmn:serviceTask>')
          .replace(
            '<acme:note>kept</acme:note>',
            '<acme:note>kept</acme:note>\n        <zeebe:taskDefinition type="pay" />',
          ),
      ).replace(' xmlns:acme', ' xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:acme'),
    )
  })

  it('loses what the new type cannot have', async () => {
    const { element, lines } = await testElement(
      '<bpmn:userTask id="element"><bpmn:extensionElements><zeebe:userTask /><zeebe:properties>' +
        '<zeebe:property name="a" value="b" /></zeebe:properties></bpmn:extensionElements></bpmn:userTask>',
    )
    const property = { value: 'b', binding: { type: 'zeebe:property', name: 'a' } } as const

    performTemplate(element, { ...template, properties: [type, property] })

    const text = (await lines()).join('\n')
    expect(text).toContain('<zeebe:property name="a" value="b" />')
    expect(text).not.toContain('zeebe:userTask')
  })

  it.each([
    ['<bpmn:subProcess id="element" />', 'bpmn:ServiceTask'],
    ['<bpmn:task id="element" />', 'bpmn:AdHocSubProcess'],
    ['<bpmn:task id="element" />', 'bpmn:StartEvent'],
    ['<bpmn:startEvent id="element" />', 'bpmn:BoundaryEvent'],
  ])('is refused where the diagram would change: %s to %s', async (content, value) => {
    const { element } = await testElement(content)

    expect(() => performTemplate(element, testTemplate([], { elementType: { value } }))).toThrow(
      refusal('ELEMENT_NOT_REPLACEABLE'),
    )
  })

  it('is refused where the template is for others', async () => {
    const { element } = await testElement('<bpmn:exclusiveGateway id="element" />')

    expect(() => performTemplate(element, testTemplate([], { appliesTo: ['bpmn:Task'] }))).toThrow(
      refusal('TEMPLATE_NOT_APPLICABLE'),
    )
  })
})

describe('an event', () => {
  const webhook = testTemplate(
    [{ id: 'name', value: 'paid', binding: { type: 'bpmn:Message#property', name: 'name' } }],
    {
      appliesTo: ['bpmn:StartEvent'],
      elementType: { value: 'bpmn:StartEvent', eventDefinition: 'bpmn:MessageEventDefinition' },
    },
  )

  it('gets the definition that the template wants, and a message of its own', async () => {
    const xml = await applied(
      model(
        '    <bpmn:startEvent id="element"><bpmn:timerEventDefinition id="t" /></bpmn:startEvent>',
      ),
      webhook,
    )

    const id = /messageRef="([^"]+)"/.exec(xml)?.[1]
    expect(xml).not.toContain('timerEventDefinition')
    expect(xml).toContain(
      `<bpmn:message id="${id}" name="paid" zeebe:modelerTemplate="acme.test" />`,
    )
  })

  it('keeps its definition and message for another version, and takes them to another template', async () => {
    const first = await applied(model('    <bpmn:startEvent id="element" />'), webhook)
    const second = await applied(first, { ...webhook, version: 2 }, { previous: webhook })
    const third = await applied(second, { ...webhook, id: 'acme.other' })

    expect(second).toBe(first.replace('modelerTemplateVersion="1"', 'modelerTemplateVersion="2"'))
    expect(third.match(/<bpmn:message /g)).toHaveLength(1)
    expect(third).toContain('name="paid" zeebe:modelerTemplate="acme.other"')
  })

  it('leaves no message behind when it becomes one without', async () => {
    const first = await applied(model('    <bpmn:startEvent id="element" />'), webhook)

    const plain = testTemplate([], {
      elementType: { value: 'bpmn:StartEvent', eventDefinition: 'bpmn:TimerEventDefinition' },
    })
    expect(await applied(first, plain)).not.toContain('essage')
  })
})

describe('a model', () => {
  it.each([
    '',
    'no xml',
    '<a />',
    model('<bpmn:task'),
    model('    <bpmn:sequenceFlow id="f" sourceRef="gone" targetRef="gone" />'),
  ])('that cannot be read whole is refused: %#', async (xml) => {
    await expect(readModel(xml)).rejects.toThrow(refusal('MODEL_UNREADABLE'))
  })

  it('is refused without quoting all of it', async () => {
    const reading = readModel(`{ ${'"a": 1, '.repeat(10_000)} }`)

    await expect(reading).rejects.toThrow(/^The model cannot be read: unparsable.{1,250}$/)
  })
})
