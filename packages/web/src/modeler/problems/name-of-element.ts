import { templateOf, type ModdleElement } from '@tenon/templates'
import type { TenonModeler } from '../../canvas/services.ts'
import { kindOf } from '../../panel/forms/kind-of.ts'
import { modelerWords } from '../words.ts'

/** What people know an element by: its name, else its connector, or what kind of element it is. */
export const nameOfElement = (modeler: TenonModeler, id: string | null): string => {
  if (id === null) return modelerWords.problems.ofModel
  const element = modeler.get('elementRegistry').get(id)?.businessObject
  if (element === undefined) return id
  const name = element.get('name')
  if (typeof name === 'string' && name.trim() !== '') return name
  return connectorOf(modeler, element) ?? kindOf(element)
}

const connectorOf = (modeler: TenonModeler, element: ModdleElement): string | undefined => {
  const link = templateOf(element)
  return link && modeler.get('templateCatalog').findLatest(link.id)?.name
}
