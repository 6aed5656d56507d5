import type { DiagramElement } from '../../canvas/services.ts'
import { modelerWords } from '../words.ts'

/** What people know an element by: its name, or its id. */
export const nameOfElement = (id: string | null, element: DiagramElement | undefined): string => {
  if (id === null) return modelerWords.problems.ofModel
  const name = element?.businessObject.get('name')
  return typeof name === 'string' && name.trim() !== '' ? name : id
}
