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

export const forgetLocalCopy = (modelId: string): void => {
  try {
    localStorage.removeItem(keyOf(modelId))
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}

/** undefined where none was left, or it cannot be read: other versions of the app may have written it. */
export const readLocalCopy = (modelId: string): LocalCopy | undefined => {
  try {
    const copy: unknown = JSON.parse(localStorage.getItem(keyOf(modelId)) ?? 'null')
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
