import type { Problems } from './problems.ts'
import { attribute } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** The id of an element that cannot do without; empty, with a problem, where there is none. */
export const requiredId = (element: XmlElement, problems: Problems): string => {
  const id = attribute(element, 'id')
  if (id === null) problems.invalid(element, `<${element.name}> has no id. Give it one.`)
  return id ?? ''
}
