import type { EventPosition, NodeSource } from '../element-kind.ts'
import { attribute } from '../xml-element.ts'
import type { XmlElement } from '../xml-element.ts'
import { referredRoot } from './referred-root.ts'

/**
 * The code that an event throws, which may be FEEL with its leading `=`, or the one that it
 * catches, null being all.
 */
export const readCode = (
  definition: XmlElement,
  what: 'error' | 'escalation',
  { position, source }: { readonly position: EventPosition; readonly source: NodeSource },
): string | null => {
  const { element, problems } = source
  const isThrown = position === 'END' || position === 'THROW'
  const reference = `${what}Ref`
  const root = referredRoot(definition, { reference, what }, source)
  if (root === null) {
    const isMissing = isThrown && attribute(definition, reference) === null
    if (isMissing) problems.invalid(element, `The event throws no ${what}. Choose one.`)
    return null
  }
  const code = attribute(root, `${what}Code`) ?? ''
  const place = `The ${what} at line ${root.line}`
  if (code === '') {
    const message = `${place} has no ${what}Code. Give it one, or remove the ${reference}.`
    problems.invalid(element, message)
  }
  if (code.startsWith('=') && !isThrown) {
    problems.invalid(element, `${place} has an expression as ${what}Code. Catch a fixed code.`)
  }
  return code
}
