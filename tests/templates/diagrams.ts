import type { ElementTemplate } from '@tenon/templates'

/** A diagram with an element `element` of the type that the template asks for. */
export const diagramFor = ({ appliesTo, elementType }: ElementTemplate): string => {
  const type = elementType?.value ?? appliesTo[0] ?? 'bpmn:Task'
  const definition = definitionOf(elementType?.eventDefinition)
  switch (type) {
    case 'bpmn:Process':
      return diagram('', [], 'element')
    case 'bpmn:SequenceFlow':
      return diagram(
        `<bpmn:exclusiveGateway id="from" /><bpmn:task id="to" />${tagged(type, '', 'sourceRef="from" targetRef="to"')}`,
        [shape('from', 100, 50), shape('to', 300, 100), edge('element', 150, 300)],
      )
    case 'bpmn:BoundaryEvent':
      return diagram(`<bpmn:task id="host" />${tagged(type, definition, 'attachedToRef="host"')}`, [
        shape('host', 100, 100),
        shape('element', 150, 36),
      ])
    default:
      return diagram(tagged(type, definition), [
        shape('element', 100, type.endsWith('Event') ? 36 : 100),
      ])
  }
}

/** The same for a start event in an event sub-process, where it may correlate. */
export const eventSubProcessFor = ({ elementType }: ElementTemplate): string => {
  const start = tagged('bpmn:StartEvent', definitionOf(elementType?.eventDefinition))
  return diagram(
    `<bpmn:subProcess id="around" triggeredByEvent="true">${start}</bpmn:subProcess>`,
    [shape('around', 100, 350), shape('element', 150, 36)],
  )
}

const definitionOf = (type: string | undefined): string =>
  type === undefined ? '' : `<${tagOf(type)} id="definition" />`

const tagged = (type: string, content: string, attributes = ''): string =>
  `<${tagOf(type)} id="element" ${attributes}>${content}</${tagOf(type)}>`

/** `bpmn:ServiceTask` is written `bpmn:serviceTask`. */
const tagOf = (type: string): string =>
  type.replace(/:(.)/, (_, letter: string) => `:${letter.toLowerCase()}`)

const shape = (id: string, x: number, width: number): string =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="162" width="${width}" height="${Math.min(width, 80)}" /></bpmndi:BPMNShape>`

const edge = (id: string, from: number, to: number): string =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="180" /><di:waypoint x="${to}" y="180" /></bpmndi:BPMNEdge>`

const diagram = (content: string, shapes: readonly string[], process = 'process'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="${process}" isExecutable="true">${content}</bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${process}">${shapes.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`
