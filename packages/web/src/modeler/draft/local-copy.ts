import type { DraftContent } from './draft-saver.ts'

/** A draft that the server may not have, in this browser. */
export interface LocalCopy extends DraftContent {
  /** That of the model which was changed. */
  readonly revision: number
}

const keyOf = (modelId: string): string => `tenon.draft.${modelId}`

/** Kept until the server has it. Without room for it the page goes on: it is the second copy. */
export const keepLocalCopy = (modelId: string, copy: LocalCopy): void => {
  try {
    localStorage.setItem(keyOf(modelId), JSON.stringify(copy))
  } catch {
    // A browser without room or leave to store anything. What the page itself has is still sent.
  }
}

export const forgetLocalCopy = (modelId: string): void => localStorage.removeItem(keyOf(modelId))

/** undefined where none was left, or it cannot be read. */
export const readLocalCopy = (modelId: string): LocalCopy | undefined => {
  const text = localStorage.getItem(keyOf(modelId))
  return text === null ? undefined : parseLocalCopy(text)
}

/** Other versions of the app may have written it. */
export const parseLocalCopy = (text: string): LocalCopy | undefined => {
  try {
    const copy: unknown = JSON.parse(text)
    return isLocalCopy(copy) ? copy : undefined
  } catch {
    return undefined
  }
}

const isLocalCopy = (value: unknown): value is LocalCopy =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'xml' in value &&
  typeof value.xml === 'string' &&
  'revision' in value &&
  typeof value.revision === 'number'
