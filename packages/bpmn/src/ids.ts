import type { Problems } from './problems.ts'
import { attribute, prefixOf } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** An `NCName`, which the BPMN schema and with it Zeebe ask for. */
const ID = /^[\p{L}_][\p{L}\p{M}\p{N}._\-·]*$/u

/** Ids are those of BPMN elements in the whole file, so that each reference leads to one place. */
export const checkIds = (root: XmlElement, problems: Problems): void => {
  const seen = new Map<string, XmlElement>()
  for (const element of withIds(root)) {
    const id = attribute(element, 'id') ?? ''
    const other = seen.get(id)
    if (!ID.test(id)) problems.invalid(element, wrongId(id))
    else if (other === undefined) seen.set(id, element)
    else
      problems.invalid(element, `The id is taken by an element at line ${other.line}. Change one.`)
  }
}

const withIds = (element: XmlElement): readonly XmlElement[] => {
  const below = element.children.flatMap(withIds)
  const hasId = prefixOf(element.name) === 'bpmn' && element.attributes.has('id')
  return hasId ? [element, ...below] : below
}

const wrongId = (id: string): string =>
  `The id "${id}" must start with a letter or _ and go on with letters, digits, ., - or _.`
