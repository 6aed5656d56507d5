import type { ElementType } from './applies-to.ts'
import { explicitValue, perform } from './change.ts'
import { findOwn } from './bindings/referenced-element.ts'
import { referringElement } from './bindings/event-definition.ts'
import { Draft, newElement } from './draft.ts'
import { TemplateError } from './errors.ts'
import { isModdleElement, type ModdleElement } from './moddle-element.ts'
import { referralsTo, rootOf } from './model-tree.ts'
import { nextId } from './next-id.ts'

/**
 * Replaces an element of a model by one of another type, without a modeler: with the same id,
 * name and flows, at the same place of the diagram. What the new type cannot have is left out; an
 * event gets a new definition. Throws `ELEMENT_NOT_REPLACEABLE` where the diagram would have to
 * change: between tasks, events at a border, and sub processes.
 */
export const replaceElement = (element: ModdleElement, wanted: ElementType): ModdleElement => {
  if (!isReplaceable(element, wanted.type)) throw notReplaceable(element, wanted)
  const replacement = element.$model.create(wanted.type)
  replacement.$parent = element.$parent
  moveContent(element, replacement)
  if (wanted.eventDefinitionType !== undefined) defineEvent(replacement, wanted.eventDefinitionType)
  keepOwn(element, replacement)
  const draft = new Draft()
  for (const { element: referring, name } of referralsTo(rootOf(element), element)) {
    const value = explicitValue(referring, name)
    const replaced = (each: unknown) => (each === element ? replacement : each)
    draft.set(referring, name, Array.isArray(value) ? value.map(replaced) : replacement)
  }
  perform(draft.changes())
  return replacement
}

const notReplaceable = ({ $type }: ModdleElement, { type }: ElementType) =>
  new TemplateError(
    'ELEMENT_NOT_REPLACEABLE',
    `A ${$type} cannot become a ${type} without a modeler, for its diagram would change. ` +
      'Replace it in a modeler first.',
  )

const isReplaceable = (element: ModdleElement, type: string): boolean => {
  if (element.$type === type) return true
  const other = element.$model.create(type)
  const areBoth = (kind: string) => element.$instanceOf(kind) && other.$instanceOf(kind)
  const isEither = (kind: string) => element.$instanceOf(kind) || other.$instanceOf(kind)
  if (isEither('bpmn:SubProcess') || isEither('bpmn:BoundaryEvent')) return false
  return areBoth('bpmn:Activity') || areBoth('bpmn:Event')
}

const moveContent = (element: ModdleElement, replacement: ModdleElement): void => {
  for (const { name, isVirtual } of element.$descriptor.properties ?? []) {
    const value = explicitValue(element, name)
    const isKnown = replacement.$descriptor.propertiesByName[name] !== undefined
    if (value === undefined || isVirtual === true || !isKnown || name === 'eventDefinitions')
      continue
    replacement.set(name, value)
    for (const each of [value].flat()) {
      if (isModdleElement(each) && each.$parent === element) each.$parent = replacement
    }
  }
  for (const [name, value] of Object.entries(element.$attrs)) replacement.set(name, value)
  dropMisplaced(replacement)
}

/** Extension elements that the type cannot have. */
const dropMisplaced = (element: ModdleElement): void => {
  const extensions = element.get('extensionElements')
  if (!isModdleElement(extensions)) return
  const values = new Draft().elements(extensions, 'values')
  extensions.set(
    'values',
    values.filter((extension) => isAllowedIn(extension, element)),
  )
}

const isAllowedIn = ({ $descriptor, $type }: ModdleElement, element: ModdleElement): boolean => {
  const type = $descriptor.allTypes?.find(({ name }) => name === $type)
  return type?.meta?.allowedIn?.some((each) => each === '*' || element.$instanceOf(each)) ?? true
}

const defineEvent = (event: ModdleElement, type: string): void => {
  const definition = newElement(type, event, { id: nextId(type) })
  event.set('eventDefinitions', [definition])
}

/** The message or signal of its template goes with the element, or goes away. */
const keepOwn = (element: ModdleElement, replacement: ModdleElement): void => {
  const draft = new Draft()
  const own = findOwn(draft, element)
  if (own === undefined) return
  const reference = own.$instanceOf('bpmn:Message') ? 'messageRef' : 'signalRef'
  const referring = referringElement(draft, replacement)
  if (referring?.$descriptor.propertiesByName[reference] === undefined) {
    draft.remove(rootOf(element), 'rootElements', own)
  } else {
    draft.set(referring, reference, own)
  }
  perform(draft.changes())
}
