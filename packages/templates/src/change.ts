import type { ModdleElement } from './moddle-element.ts'

/**
 * Sets properties of an element, all at once; undefined removes one. A new element comes as the
 * value of a property, complete but for what later changes of the same list set on it.
 */
export interface Change {
  readonly element: ModdleElement
  readonly properties: Readonly<Record<string, unknown>>
}

/** Makes the changes, without a modeler. What it returns undoes them. */
export const perform = (changes: readonly Change[]): (() => void) => {
  const undone = changes.map(({ element, properties }) => {
    const before = Object.keys(properties).map((name) => ({
      name,
      value: explicitValue(element, name),
    }))
    for (const [name, value] of Object.entries(properties)) element.set(name, value)
    return { element, before }
  })
  return () => {
    for (const { element, before } of undone.toReversed()) {
      for (const { name, value } of before) element.set(name, value)
    }
  }
}

/** What is set, and not what the metamodel says where nothing is. */
export const explicitValue = (element: ModdleElement, name: string): unknown =>
  isExplicit(element, name) ? element.get(name) : undefined

const isExplicit = (element: ModdleElement, name: string): boolean => {
  const known = element.$descriptor.propertiesByName[name]
  return known === undefined
    ? Object.hasOwn(element.$attrs, name)
    : Object.hasOwn(element, known.name)
}
