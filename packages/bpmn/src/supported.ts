import type { Problems } from './problems.ts'
import { isTrue } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** What an element may hold: children, and children of its `bpmn:extensionElements`. */
interface Contents {
  readonly children: readonly string[]
  readonly extensions: readonly string[]
}

/** Flow nodes that Tenon runs. */
const flowNodes = [
  'bpmn:serviceTask',
  'bpmn:startEvent',
  'bpmn:endEvent',
  'bpmn:exclusiveGateway',
  'bpmn:parallelGateway',
  'bpmn:boundaryEvent',
]

/** Documentation and drawing, which no engine runs. */
const notRun = ['bpmn:documentation', 'bpmn:extensionElements', 'bpmn:auditing', 'bpmn:monitoring']

/** What a process holds beside flow nodes and flows, without a meaning when it runs. */
export const drawnOnly = [
  ...notRun,
  'bpmn:laneSet',
  'bpmn:textAnnotation',
  'bpmn:group',
  'bpmn:association',
  'bpmn:dataObject',
  'bpmn:dataObjectReference',
  'bpmn:dataStoreReference',
  'bpmn:property',
]

/** The modeler writes these when a data object is connected. Variables do not pass through them. */
const data = [
  'bpmn:property',
  'bpmn:ioSpecification',
  'bpmn:dataInput',
  'bpmn:dataOutput',
  'bpmn:inputSet',
  'bpmn:outputSet',
  'bpmn:dataInputAssociation',
  'bpmn:dataOutputAssociation',
]

const inNode = [...notRun, ...data, 'bpmn:incoming', 'bpmn:outgoing']
const mapped = ['zeebe:ioMapping', 'zeebe:properties']

const supported: ReadonlyMap<string, Contents> = new Map([
  [
    'bpmn:process',
    {
      children: [...flowNodes, ...drawnOnly, 'bpmn:sequenceFlow'],
      extensions: ['zeebe:versionTag', 'zeebe:properties'],
    },
  ],
  ['bpmn:startEvent', { children: inNode, extensions: mapped }],
  ['bpmn:endEvent', { children: inNode, extensions: mapped }],
  [
    'bpmn:serviceTask',
    { children: inNode, extensions: [...mapped, 'zeebe:taskDefinition', 'zeebe:taskHeaders'] },
  ],
  ['bpmn:exclusiveGateway', { children: inNode, extensions: mapped }],
  ['bpmn:parallelGateway', { children: inNode, extensions: mapped }],
  [
    'bpmn:boundaryEvent',
    { children: [...inNode, 'bpmn:errorEventDefinition'], extensions: mapped },
  ],
  ['bpmn:errorEventDefinition', { children: notRun, extensions: [] }],
  [
    'bpmn:sequenceFlow',
    { children: [...notRun, 'bpmn:conditionExpression'], extensions: ['zeebe:properties'] },
  ],
])

/** An element as modelers name its kind: `bpmn:BoundaryEvent` with `bpmn:ErrorEventDefinition`. */
export interface ElementKind {
  readonly type: string
  /** None for what has no event definition, or needs none. */
  readonly eventDefinitionType?: string | undefined
}

/** Whether a process may hold such an element, so that a modeler can offer it. */
export const isSupported = ({ type, eventDefinitionType }: ElementKind): boolean => {
  const name = elementName(type)
  if (!flowNodes.includes(name)) return false
  if (eventDefinitionType === undefined) return !needsDefinition.has(name)
  return supported.get(name)?.children.includes(elementName(eventDefinitionType)) === true
}

/** Attached to an activity without saying what it waits for, an event would never happen. */
const needsDefinition: ReadonlySet<string> = new Set([
  'bpmn:boundaryEvent',
  'bpmn:intermediateCatchEvent',
])

/** Elements of the type `bpmn:ServiceTask` are `<bpmn:serviceTask>`. */
const elementName = (type: string): string =>
  type.replace(/:(.)/, (_, first: string) => `:${first.toLowerCase()}`)

/** Refuses by name all that is in a process and that Tenon would not run, at any depth. */
export const refuseUnsupported = (element: XmlElement, problems: Problems): void => {
  const contents = supported.get(element.name)
  if (contents === undefined) return
  refuseForCompensation(element, problems)
  for (const child of element.children) {
    if (!contents.children.includes(child.name)) refuse(child, element, problems)
    else if (child.name === 'bpmn:extensionElements') {
      refuseExtensions(child, element, contents, problems)
    } else refuseUnsupported(child, problems)
  }
}

const refuseExtensions = (
  extensions: XmlElement,
  element: XmlElement,
  contents: Contents,
  problems: Problems,
): void => {
  for (const extension of extensions.children) {
    if (!contents.extensions.includes(extension.name)) refuse(extension, element, problems)
  }
}

const refuseForCompensation = (element: XmlElement, problems: Problems): void => {
  if (!isTrue(element, 'isForCompensation')) return
  problems.unsupported(element, 'Compensation is not supported yet. Remove the marker.')
}

const refuse = (child: XmlElement, element: XmlElement, problems: Problems): void => {
  const message = `<${child.name}> in <${element.name}> is not supported yet. Remove it.`
  problems.unsupported(child, message)
}
