import { newElement, type Draft } from '../draft.ts'
import type { BindingType, ElementTemplate, TemplateProperty } from '../element-template.ts'
import type { ModdleElement } from '../moddle-element.ts'
import { initialValueOf, type Value } from '../property-value.ts'
import { nameOf } from '../template-binding.ts'
import { propertiesOf, type BindingKind, type Transition } from './binding-kind.ts'
import { ensureExtension, findExtension, removeExtension } from './extension-elements.ts'
import { keepsValue } from './keeps-value.ts'

/** A list of entries, each with a name and a value, in an extension element. */
export interface EntryList {
  readonly bindingType: BindingType
  /** Of the extension element's property. */
  readonly list: string
  readonly entryType: string
  /** Attributes of an entry. */
  readonly name: string
  readonly value: string
  /** What an entry without a value has instead; by default nothing. */
  readonly emptyValue?: string
  /** Whether an entry stands in the model even without a value, where the property is not optional. */
  readonly isKeptEmpty: boolean
  /** Attributes beside name and value, of an entry that has one. */
  readonly attributesOf?: (property: TemplateProperty) => Readonly<Record<string, unknown>>
  /** Whether the entries of a template's element are a person's. */
  readonly isFree?: (template: ElementTemplate | undefined) => boolean
}

/** Entries in one or several lists of an extension element, in the order of the template. */
export const entryLists = (extensionType: string, lists: readonly EntryList[]): BindingKind => {
  const types = lists.map(({ bindingType }) => bindingType)
  const listOf = (type: BindingType) => lists.find(({ bindingType }) => bindingType === type)
  return {
    types,
    slotOf: (draft, element, binding) => {
      const extension = findExtension(draft, element, extensionType)
      const list = listOf(binding.type)
      if (extension === undefined || list === undefined) return undefined
      const entry = findEntry(draft, extension, list, nameOf(binding))
      return entry && { element: entry, name: list.value }
    },
    write: (draft, element, property, value) => {
      const list = listOf(property.binding.type)
      const extension = ensureExtension(draft, element, extensionType)
      if (list !== undefined) writeEntry({ draft, extension, list }, property, value)
    },
    update: (transition) => {
      const { draft, element, after } = transition
      if (propertiesOf(after, types).length === 0) {
        removeAll(transition, extensionType, lists)
        return
      }
      const extension = ensureExtension(draft, element, extensionType)
      for (const list of lists) updateList({ draft, extension, list }, transition)
    },
    settle: (draft, element, { active }) => {
      const extension = findExtension(draft, element, extensionType)
      if (extension === undefined) return
      for (const list of lists) arrange({ draft, extension, list }, active)
    },
  }
}

interface Target {
  readonly draft: Draft
  readonly extension: ModdleElement
  readonly list: EntryList
}

const findEntry = (draft: Draft, extension: ModdleElement, list: EntryList, name: string) =>
  draft.find(extension, list.list, list.name, name)

const isWritten = ({ isKeptEmpty }: EntryList, { optional }: TemplateProperty, value: Value) =>
  isFilled(value) || (isKeptEmpty && optional !== true)

/** As Camunda's modeler has it, zero and false are nothing. */
const isFilled = (value: Value): boolean => Boolean(value)

const writeEntry = (target: Target, property: TemplateProperty, value: Value): void => {
  const { draft, extension, list } = target
  const entry = findEntry(draft, extension, list, nameOf(property.binding))
  if (!isWritten(list, property, value)) {
    if (entry !== undefined) draft.remove(extension, list.list, entry)
    return
  }
  const written = entry ?? createEntry(extension, list, property)
  if (entry === undefined) draft.append(extension, list.list, written)
  draft.set(written, list.value, value ?? list.emptyValue)
  for (const [name, attribute] of Object.entries(list.attributesOf?.(property) ?? {})) {
    draft.set(written, name, isFilled(value) ? attribute : undefined)
  }
}

const createEntry = (extension: ModdleElement, list: EntryList, { binding }: TemplateProperty) =>
  newElement(list.entryType, extension, { [list.name]: nameOf(binding) })

const updateList = (target: Target, transition: Transition): void => {
  const { draft, extension, list } = target
  const { after } = transition
  const before = draft.elements(extension, list.list)
  const entries = draft.index(before, list.name)
  const used = new Set<ModdleElement>()
  for (const property of propertiesOf(after, [list.bindingType])) {
    const name = nameOf(property.binding)
    const entry = updateEntry(target, transition, property, entries.get(name))
    if (entry === undefined) continue
    entries.set(name, entry)
    used.add(entry)
  }
  const isFree = list.isFree?.(after) ?? false
  const kept = isFree ? before : before.filter((entry) => used.has(entry))
  draft.set(extension, list.list, [...new Set([...kept, ...used])])
}

/** The entry of the property, if there is to be one. */
const updateEntry = (
  { draft, extension, list }: Target,
  transition: Transition,
  property: TemplateProperty,
  entry: ModdleElement | undefined,
): ModdleElement | undefined => {
  const slot = entry && { element: entry, name: list.value }
  if (keepsValue(transition, property, slot)) return entry
  const value = initialValueOf(property)
  if (entry === undefined && !isWritten(list, property, value)) return undefined
  if (entry !== undefined && list.isKeptEmpty && !isWritten(list, property, value)) return undefined
  const written = entry ?? createEntry(extension, list, property)
  draft.set(written, list.value, value ?? (entry === undefined ? list.emptyValue : undefined))
  return written
}

const removeAll = (
  { draft, element, after }: Transition,
  extensionType: string,
  lists: readonly EntryList[],
): void => {
  const extension = findExtension(draft, element, extensionType)
  if (extension === undefined) return
  const free = lists.filter(
    ({ isFree, list }) => isFree?.(after) === true && draft.elements(extension, list).length > 0,
  )
  if (free.length === 0) removeExtension(draft, element, extensionType)
  else
    for (const { list } of lists)
      if (!free.some((each) => each.list === list)) draft.set(extension, list, [])
}

/** The order of the template, after what is not of the template. */
const arrange = ({ draft, extension, list }: Target, active: ElementTemplate): void => {
  const places = new Map<unknown, number>()
  for (const [index, { binding }] of active.properties.entries()) {
    const name = nameOf(binding)
    if (binding.type === list.bindingType && !places.has(name)) places.set(name, index)
  }
  const placeOf = (entry: ModdleElement) => places.get(draft.get(entry, list.name)) ?? -1
  const entries = draft.elements(extension, list.list)
  if (entries.length > 1)
    draft.set(
      extension,
      list.list,
      entries.toSorted((a, b) => placeOf(a) - placeOf(b)),
    )
}
