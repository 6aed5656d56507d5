import type { ModdleElement } from '@tenon/templates'

/** What the panel asks of a model: its elements read with checks instead of trust. */

export const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$instanceOf' in value

export const elementOf = (element: ModdleElement, name: string): ModdleElement | undefined => {
  const value = element.get(name)
  return isElement(value) ? value : undefined
}

export const elementsOf = (element: ModdleElement, name: string): readonly ModdleElement[] => {
  const value = element.get(name)
  return Array.isArray(value) ? value.filter(isElement) : []
}

/** Undefined when nothing is set. */
export const textOf = (element: ModdleElement, name: string): string | undefined => {
  const value = element.get(name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The extension elements of a type, such as `zeebe:IoMapping`. */
export const extensionsOf = (element: ModdleElement, type: string): readonly ModdleElement[] => {
  const extensions = elementOf(element, 'extensionElements')
  return extensions === undefined
    ? []
    : elementsOf(extensions, 'values').filter(({ $type }) => $type === type)
}

/** What people call an element. */
export const titleOf = (element: ModdleElement): string =>
  textOf(element, 'name') ?? textOf(element, 'id') ?? element.$type

/** The element itself, then what contains it, from within. */
export const lineOf = (element: ModdleElement): readonly ModdleElement[] => {
  const line: ModdleElement[] = []
  let at: ModdleElement | undefined = element
  while (at !== undefined) {
    line.push(at)
    at = at.$parent
  }
  return line
}
