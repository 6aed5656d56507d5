import type { NodeSource } from '../element-kind.ts'
import { attribute } from '../xml-element.ts'
import type { XmlElement } from '../xml-element.ts'

/** The error, message or the like that an event definition names; null where it names none. */
export const referredRoot = (
  definition: XmlElement,
  { reference, what }: { readonly reference: string; readonly what: string },
  { element, roots, problems }: NodeSource,
): XmlElement | null => {
  const id = attribute(definition, reference)
  if (id === null) return null
  const root = roots.get(localName(id))
  if (root?.name === `bpmn:${what}`) return root
  problems.invalid(element, `The ${reference} "${id}" leads to no ${what}. Choose one.`)
  return null
}

/** The name by which a message or a signal is known. */
export const readRootName = (
  root: XmlElement,
  what: string,
  { element, problems }: NodeSource,
): string => {
  const name = attribute(root, 'name') ?? ''
  if (name.trim() === '') {
    problems.invalid(element, `The ${what} at line ${root.line} has no name. Give it one.`)
  }
  return name
}

/** A reference is a `QName`, whose prefix says nothing within one file. */
const localName = (reference: string): string => reference.slice(reference.indexOf(':') + 1)
