import { newElement, type Draft } from '../draft.ts'
import type { ModdleElement } from '../moddle-element.ts'
import { isModdleElement } from '../moddle-element.ts'
import { copyInto, referralsTo, rootOf } from '../model-tree.ts'
import { nextId } from '../next-id.ts'
import { referringElement } from './event-definition.ts'

/** A kind of element that stands beside the processes, and how others refer to it. */
export interface ReferencedType {
  readonly type: 'bpmn:Message' | 'bpmn:Signal'
  readonly reference: 'messageRef' | 'signalRef'
  /** What the template's own takes over from one that others may use too. */
  readonly inherited: readonly string[]
}

export const messageReference: ReferencedType = {
  type: 'bpmn:Message',
  reference: 'messageRef',
  inherited: ['name', 'extensionElements'],
}

export const signalReference: ReferencedType = {
  type: 'bpmn:Signal',
  reference: 'signalRef',
  inherited: ['name'],
}

/** The message or signal of an element that has it from its template. */
export const findOwn = (draft: Draft, element: ModdleElement): ModdleElement | undefined =>
  [messageReference, signalReference]
    .map((referenced) => findReferenced(draft, element, referenced))
    .find((found) => found !== undefined && draft.get(found, 'zeebe:modelerTemplate') !== undefined)

export const findReferenced = (
  draft: Draft,
  element: ModdleElement,
  { reference }: ReferencedType,
): ModdleElement | undefined => {
  const referring = referringElement(draft, element)
  return referring?.$descriptor.propertiesByName[reference] === undefined
    ? undefined
    : draft.element(referring, reference)
}

/** The element's own, made where it has none or one that is not of a template. */
export const ensureReferenced = (
  draft: Draft,
  element: ModdleElement,
  referenced: ReferencedType,
): ModdleElement | undefined => {
  const found = findReferenced(draft, element, referenced)
  if (found !== undefined && draft.get(found, 'zeebe:modelerTemplate') !== undefined) return found
  const referring = referringElement(draft, element)
  if (referring === undefined) return undefined
  const own = createOwn(draft, element, referenced)
  for (const name of referenced.inherited) {
    const value = found && draft.explicit(found, name)
    if (value !== undefined) own.set(name, isModdleElement(value) ? copyInto(value, own) : value)
  }
  draft.set(referring, referenced.reference, own)
  return own
}

const createOwn = (draft: Draft, element: ModdleElement, { type }: ReferencedType) => {
  const root = rootOf(element)
  const own = newElement(type, root, {
    id: nextId(type),
    'zeebe:modelerTemplate': draft.get(element, 'zeebe:modelerTemplate'),
  })
  // An element that is only just being made is in no model yet.
  if (isDefinitions(root)) draft.append(root, 'rootElements', own)
  return own
}

const isDefinitions = (root: ModdleElement): boolean => root.$instanceOf('bpmn:Definitions')

/** Tells whose the message or signal is. */
export const claimReferenced = (
  draft: Draft,
  element: ModdleElement,
  referenced: ReferencedType,
): void => {
  const found = findReferenced(draft, element, referenced)
  const id = draft.get(element, 'zeebe:modelerTemplate')
  if (found !== undefined) draft.set(found, 'zeebe:modelerTemplate', id)
}

/** Makes the element refer to none, and removes it where nothing else refers to it. */
export const removeReferenced = (
  draft: Draft,
  element: ModdleElement,
  referenced: ReferencedType,
): void => {
  const found = findReferenced(draft, element, referenced)
  const referring = referringElement(draft, element)
  if (found === undefined || referring === undefined) return
  draft.set(referring, referenced.reference, undefined)
  const root = rootOf(element)
  const others = referralsTo(root, found).filter(
    (each) => each.element !== referring && each.element !== root,
  )
  if (others.length === 0 && isDefinitions(root)) draft.remove(root, 'rootElements', found)
}
