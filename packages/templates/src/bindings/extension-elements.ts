import { newElement, type Draft } from '../draft.ts'
import type { ModdleElement } from '../moddle-element.ts'

/** The extension element of a type. */
export const findExtension = (
  draft: Draft,
  element: ModdleElement,
  type: string,
): ModdleElement | undefined => {
  const holder = draft.element(element, 'extensionElements')
  if (holder === undefined) return undefined
  return draft.elements(holder, 'values').find((each) => each.$instanceOf(type))
}

/** That of a type, made where there is none. */
export const ensureExtension = (
  draft: Draft,
  element: ModdleElement,
  type: string,
): ModdleElement => {
  const found = findExtension(draft, element, type)
  if (found !== undefined) return found
  const holder = ensureExtensionElements(draft, element)
  const extension = newElement(type, holder)
  draft.append(holder, 'values', extension)
  return extension
}

export const removeExtension = (draft: Draft, element: ModdleElement, type: string): void => {
  const extension = findExtension(draft, element, type)
  if (extension === undefined) return
  draft.remove(ensureExtensionElements(draft, element), 'values', extension)
}

/** What holds all extension elements, made where there is none. */
export const ensureExtensionElements = (draft: Draft, element: ModdleElement): ModdleElement => {
  const found = draft.element(element, 'extensionElements')
  if (found !== undefined) return found
  const holder = newElement('bpmn:ExtensionElements', element)
  draft.set(element, 'extensionElements', holder)
  return holder
}
