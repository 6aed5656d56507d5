import type { ElementKind } from './element-kind.ts'
import { elementKinds } from './elements/index.ts'
import { eventDefinitionKinds } from './event-definitions/index.ts'
import type { Problems } from './problems.ts'
import { isTrue } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** What an element may hold: children, and children of its `bpmn:extensionElements`. */
interface Contents {
  readonly children: readonly string[]
  readonly extensions: readonly string[]
}

/** Flow nodes that Tenon runs. */
const flowNodes = elementKinds.map(({ name }) => name)

/** Documentation and drawing, which no engine runs. */
const notRun = ['bpmn:documentation', 'bpmn:extensionElements', 'bpmn:auditing', 'bpmn:monitoring']

/** What a process holds beside flow nodes and flows, without a meaning when it runs. */
const drawnOnly = [
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

/** What a flow node holds beside what is of its kind. */
export const inNode = [...notRun, ...data, 'bpmn:incoming', 'bpmn:outgoing']
const mapped = ['zeebe:ioMapping', 'zeebe:properties']

/** What stands in a process and in a sub-process. */
const inScope = [...flowNodes, ...drawnOnly, 'bpmn:sequenceFlow']

const definitionsIn = ({ positions = [] }: ElementKind): readonly string[] =>
  eventDefinitionKinds
    .filter((kind) => kind.positions.some((position) => positions.includes(position)))
    .map(({ name }) => name)

const contentsOf = (kind: ElementKind): Contents => ({
  children: [
    ...inNode,
    ...(kind.children ?? []),
    ...definitionsIn(kind),
    ...(kind.isActivity === true ? ['bpmn:multiInstanceLoopCharacteristics'] : []),
    ...(kind.name === 'bpmn:subProcess' ? inScope : []),
  ],
  extensions: [...mapped, ...(kind.extensions ?? [])],
})

const supported: ReadonlyMap<string, Contents> = new Map([
  ['bpmn:process', { children: inScope, extensions: ['zeebe:versionTag', 'zeebe:properties'] }],
  ...elementKinds.map((kind) => [kind.name, contentsOf(kind)] as const),
  ...eventDefinitionKinds.map(({ name, children = [] }) => {
    return [name, { children: [...notRun, ...children], extensions: [] }] as const
  }),
  [
    'bpmn:multiInstanceLoopCharacteristics',
    {
      children: [...notRun, 'bpmn:completionCondition'],
      extensions: ['zeebe:loopCharacteristics'],
    },
  ],
  [
    'bpmn:sequenceFlow',
    { children: [...notRun, 'bpmn:conditionExpression'], extensions: ['zeebe:properties'] },
  ],
])

/** An element as modelers name its kind: `bpmn:BoundaryEvent` with `bpmn:ErrorEventDefinition`. */
export interface ModelerKind {
  readonly type: string
  /** None for what has no event definition, or needs none. */
  readonly eventDefinitionType?: string | undefined
}

/** Whether a process may hold such an element, so that a modeler can offer it. */
export const isSupported = ({ type, eventDefinitionType }: ModelerKind): boolean => {
  const name = elementName(type)
  if (!flowNodes.includes(name)) return false
  if (eventDefinitionType === undefined) {
    return !elementKinds.some((kind) => kind.name === name && kind.needsDefinition === true)
  }
  return supported.get(name)?.children.includes(elementName(eventDefinitionType)) === true
}

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
