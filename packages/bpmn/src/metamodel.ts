import { BpmnModdle } from 'bpmn-moddle'
import type { ModdleType, PropertyDescriptor } from 'bpmn-moddle'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import type { Problems } from './problems.ts'
import { prefixOf } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/**
 * What BPMN and the `zeebe:` extensions know, and where it may stand. Only the metamodel of moddle
 * is used, not its reader, which drops what it does not understand, has no lines, and takes 63 s
 * for a file of 49,000 unknown elements.
 */
const moddle = new BpmnModdle({ zeebe })

/**
 * The file with only what BPMN and Zeebe know: other vendors' extensions are dropped silently, and
 * what is misspelt or in the wrong place is dropped with a problem.
 */
export const keepKnown = (root: XmlElement, problems: Problems): XmlElement =>
  keepKnownIn(root, typeNamed('bpmn:Definitions'), problems)

const keepKnownIn = (
  element: XmlElement,
  type: ModdleType | null,
  problems: Problems,
): XmlElement => {
  // The content of a text, a reference or an expression has no type of its own.
  if (type === null) return element
  refuseUnknownAttributes(element, type, problems)
  if (element.text !== '' && type.$descriptor.bodyProperty === undefined) {
    problems.invalid(element, `<${element.name}> cannot have a text. Remove it.`)
  }
  const children = element.children.flatMap((child) => {
    if (isForeign(child)) return []
    const property = propertyFor(child, type)
    if (property !== null) return [keepKnownIn(child, typeOf(child, property), problems)]
    problems.invalid(child, `<${child.name}> is not known inside <${element.name}>. Correct it.`)
    return []
  })
  return { ...element, children }
}

const isForeign = ({ name }: XmlElement): boolean => !['bpmn', 'zeebe', ''].includes(prefixOf(name))

/** As the BPMN schema does: a misspelt attribute would silently change what the model means. */
const refuseUnknownAttributes = (
  element: XmlElement,
  { $descriptor }: ModdleType,
  problems: Problems,
): void => {
  if (prefixOf(element.name) !== 'bpmn') return
  const unknown = [...element.attributes.keys()].filter(
    (name) => !name.includes(':') && name !== 'xmlns' && !(name in $descriptor.propertiesByName),
  )
  if (unknown.length === 0) return
  const message = `<${element.name}> has no attribute ${unknown.join(', ')}. Correct it.`
  problems.invalid(element, message)
}

/** The property of the type that a child of that name belongs to: by its name, else by its type. */
const propertyFor = (child: XmlElement, { $descriptor }: ModdleType): PropertyDescriptor | null => {
  if (prefixOf(child.name) === '') return null
  const named = $descriptor.propertiesByName[child.name]
  if (named !== undefined && named.isAttr !== true) return named
  const type = typeNamed(typeName(child.name))
  const holding = $descriptor.properties.find(
    (property) =>
      property.isVirtual !== true &&
      property.isReference !== true &&
      property.isAttr !== true &&
      type?.hasType(property.type) === true,
  )
  return holding ?? null
}

const typeOf = (child: XmlElement, property: PropertyDescriptor): ModdleType | null => {
  if (property.isReference === true || property.xml?.serialize === 'xsi:type') return null
  return typeNamed(typeName(child.name)) ?? typeNamed(property.type)
}

/** `bpmn:serviceTask` is an element of the type `bpmn:ServiceTask`. */
const typeName = (name: string): string =>
  name.replace(/:(.)/, (_, first: string) => `:${first.toUpperCase()}`)

/** Moddle throws for a name it does not know, and makes a type of a simple one like `String`. */
const typeNamed = (name: string): ModdleType | null => {
  if (!name.includes(':')) return null
  try {
    return moddle.getType(name)
  } catch {
    return null
  }
}
