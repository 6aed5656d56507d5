import type { EventDefinitionKind } from '../element-kind.ts'
import { readCode } from './read-code.ts'

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
    const code = readCode(definition, 'error', { position, source })
    return {
      definition: { kind: 'ERROR', code },
      texts: position === 'END' ? [{ text: code ?? '', what: 'error code' }] : [],
      exclusive: code === null ? 'every error' : `"${code}"`,
    }
  },
}
