import type { ModdleElement } from '@tenon/templates'
import { elementsOf } from '../scope/model.ts'

/** What an element is, as people say: `Error boundary event`, `Service task`. */
export const kindOf = (element: ModdleElement): string => {
  const kind = spaced(element.$type)
  const [definition] = elementsOf(element, 'eventDefinitions')
  if (definition === undefined) return sentence(kind)
  return sentence(`${spaced(definition.$type).replace(/ event definition$/u, '')} ${kind}`)
}

const spaced = (type: string): string =>
  type
    .replace(/^\w+:/u, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')
    .toLowerCase()

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
