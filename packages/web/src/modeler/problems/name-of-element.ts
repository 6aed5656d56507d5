import type { DiagramElement } from '../../canvas/services.ts'
import { modelerWords } from '../words.ts'

/** What people know an element by: its name, or its id; a flow by what it leads from and to. */
export const nameOfElement = (id: string | null, element: DiagramElement | undefined): string => {
  if (id === null) return modelerWords.problems.ofModel
  const name = element?.businessObject.get('name')
  if (typeof name === 'string' && name.trim() !== '') return name
  const { source, target } = element ?? {}
  if (source === undefined || target === undefined) return id
  return `${nameOfElement(source.id, source)} → ${nameOfElement(target.id, target)}`
}
