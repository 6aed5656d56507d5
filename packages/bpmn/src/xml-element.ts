/** An element of an XML file, with its place. Names carry the prefixes of `namespaces`. */
export interface XmlElement {
  readonly name: string
  /** From 1: the line of its opening tag. */
  readonly line: number
  readonly parent: XmlElement | null
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Without the text of children. */
  readonly text: string
}

/** Names are the same whatever prefixes a file chose: `bpmn:task` for `<semantic:task>`. */
export const namespaces = {
  'http://www.omg.org/spec/BPMN/20100524/MODEL': 'bpmn',
  'http://www.omg.org/spec/BPMN/20100524/DI': 'bpmndi',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
  'http://www.w3.org/XML/1998/namespace': 'xml',
} as const

/** The prefix of a name; empty where it has no namespace. */
export const prefixOf = (name: string): string => name.slice(0, Math.max(name.indexOf(':'), 0))

export const attribute = (element: XmlElement, name: string): string | null =>
  element.attributes.get(name) ?? null

export const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name)

/** The extension elements of that name. */
export const extensionsNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  childrenNamed(element, 'bpmn:extensionElements').flatMap((each) => childrenNamed(each, name))

export const eventDefinitions = (event: XmlElement): readonly XmlElement[] =>
  event.children.filter(({ name }) => /EventDefinition(Ref)?$/i.test(name))

/** An `xsd:boolean`, which may be a digit. */
export const isTrue = (element: XmlElement, name: string): boolean =>
  ['true', '1'].includes(attribute(element, name)?.trim() ?? '')
