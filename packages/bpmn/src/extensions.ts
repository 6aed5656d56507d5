import type { Problems } from './problems.ts'
import type { Mapping } from './process.ts'
import { attribute, childrenNamed, extensionsNamed } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** The extension element of that name, of which an element has one at most. */
export const readExtension = (
  element: XmlElement,
  name: string,
  problems: Problems,
): XmlElement | null => {
  const [first, second] = extensionsNamed(element, name)
  if (second !== undefined) {
    problems.invalid(second, `There is more than one <${name}>. Keep one.`)
  }
  return first ?? null
}

/** `zeebe:property` by name. Zeebe takes the first of a name, and leaves out those without. */
export const readProperties = (element: XmlElement): ReadonlyMap<string, string> => {
  const properties = new Map<string, string>()
  for (const property of extensionsNamed(element, 'zeebe:properties').flatMap(propertiesIn)) {
    const name = attribute(property, 'name') ?? ''
    if (name !== '' && !properties.has(name)) {
      properties.set(name, attribute(property, 'value') ?? '')
    }
  }
  return properties
}

const propertiesIn = (element: XmlElement): readonly XmlElement[] =>
  childrenNamed(element, 'zeebe:property')

export const readMappings = (
  element: XmlElement,
  problems: Problems,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } => {
  const mapping = readExtension(element, 'zeebe:ioMapping', problems)
  if (mapping === null) return { inputs: [], outputs: [] }
  return {
    inputs: childrenNamed(mapping, 'zeebe:input').map((each) => readInput(each, problems)),
    outputs: childrenNamed(mapping, 'zeebe:output').map((each) => readOutput(each, problems)),
  }
}

/** A variable, or a path into one. */
const PATH = /^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*$/u

const readMapping = (element: XmlElement, problems: Problems): Mapping => {
  const source = attribute(element, 'source') ?? ''
  const target = attribute(element, 'target') ?? ''
  if (target === '') problems.invalid(element, 'The mapping has no target. Name a variable.')
  else if (!PATH.test(target)) problems.invalid(element, wrongTarget(target))
  return { source, target }
}

/** Modelers write a field that was left empty as an input without a source: it is null. */
const readInput = (element: XmlElement, problems: Problems): Mapping => {
  const { source, target } = readMapping(element, problems)
  return { source: source === '' ? '=null' : source, target }
}

const readOutput = (element: XmlElement, problems: Problems): Mapping => {
  const mapping = readMapping(element, problems)
  if (mapping.source === '') {
    problems.invalid(element, `The output "${mapping.target}" has no source.`)
  } else if (!mapping.source.startsWith('=')) {
    const message = `The source of the output "${mapping.target}" must be FEEL that starts with =.`
    problems.invalid(element, message)
  }
  return mapping
}

const wrongTarget = (target: string): string =>
  `The target "${target}" must be a variable: letters, digits and _, with . between names.`
