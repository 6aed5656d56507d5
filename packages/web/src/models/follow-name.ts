import type { Change, ModdleElement } from '@tenon/templates'
import { modelsWords } from './words.ts'

/** The name of a model before and after it was changed. */
export interface NewName {
  readonly before: string
  readonly after: string
}

/**
 * What changes in the only process of a model when the model gets another name: as long as the two
 * were called the same, or the process as it was created, they stay one to people. Nothing for a
 * process that has a name of its own, and where there are several.
 */
export const followName = (
  processes: readonly ModdleElement[],
  { before, after }: NewName,
): readonly Change[] => {
  const [process] = processes
  if (process === undefined || processes.length > 1) return []
  const name = process.get('name')
  if (typeof name !== 'string' || !(name === before || isAsCreated(name))) return []
  return name === after ? [] : [{ element: process, properties: { name: after } }]
}

const isAsCreated = (name: string): boolean =>
  name.startsWith(modelsWords.newProcess) &&
  /^( \d+)?$/.test(name.slice(modelsWords.newProcess.length))
