import type { Change, ModdleElement } from '@tenon/templates'
import { elementOf, elementsOf, extensionsOf } from '../scope/model.ts'

interface ExtensionChange {
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
  /** The type of the extension element in whose place it stands. */
  readonly replaces?: string
}

/** Sets an extension element; what is missing on the way to it is made. */
export const setExtension = (
  element: ModdleElement,
  { type, properties, replaces }: ExtensionChange,
): readonly Change[] => {
  const [known] = extensionsOf(element, type)
  if (known !== undefined) return [{ element: known, properties: { ...properties } }]
  const created = element.$model.create(type, { ...properties })
  const extensions = elementOf(element, 'extensionElements')
  const holder = extensions ?? element.$model.create('bpmn:ExtensionElements')
  holder.$parent = element
  created.$parent = holder
  const kept = elementsOf(holder, 'values').filter(({ $type }) => $type !== replaces)
  return [
    { element: holder, properties: { values: [...kept, created] } },
    ...(extensions === undefined ? [{ element, properties: { extensionElements: holder } }] : []),
  ]
}
