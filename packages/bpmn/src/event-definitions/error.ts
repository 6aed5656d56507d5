import type { EventDefinitionKind, EventPosition, NodeSource } from '../element-kind.ts'
import { attribute } from '../xml-element.ts'
import type { XmlElement } from '../xml-element.ts'
import { referredRoot } from './referred-root.ts'

export interface ErrorDefinition {
  readonly kind: 'ERROR'
  /** null catches every error; thrown, it may be FEEL with its leading `=`. */
  readonly code: string | null
}

export const error: EventDefinitionKind = {
  name: 'bpmn:errorEventDefinition',
  positions: ['EVENT_SUB_PROCESS', 'BOUNDARY', 'END'],
  mustInterrupt: true,
  read: (definition, position, source) => {
    const code = readCode(definition, position, source)
    return {
      definition: { kind: 'ERROR', code },
      texts: position === 'END' ? [{ text: code ?? '', what: 'error code' }] : [],
      exclusive: code === null ? 'every error' : `"${code}"`,
    }
  },
}

const readCode = (
  definition: XmlElement,
  position: EventPosition,
  source: NodeSource,
): string | null => {
  const { element, problems } = source
  const isThrown = position === 'END'
  const root = referredRoot(definition, { reference: 'errorRef', what: 'error' }, source)
  if (root === null) {
    const isMissing = isThrown && attribute(definition, 'errorRef') === null
    if (isMissing) problems.invalid(element, 'The event throws no error. Choose one.')
    return null
  }
  const code = attribute(root, 'errorCode') ?? ''
  const place = `The error at line ${root.line}`
  if (code === '') {
    problems.invalid(element, `${place} has no errorCode. Give it one, or remove the errorRef.`)
  }
  if (code.startsWith('=') && !isThrown) {
    problems.invalid(element, `${place} has an expression as errorCode. Catch a fixed code.`)
  }
  return code
}
