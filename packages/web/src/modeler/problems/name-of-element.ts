import { templateOf, type ModdleElement } from '@tenon/templates'
import type { TenonModeler } from '../../canvas/services.ts'
import { kindOf } from '../../panel/forms/kind-of.ts'
import { modelerWords } from '../words.ts'

/**
 * What people know an element by: its name, else its connector, or what kind of element it is; a flow
 * by what it leads from and to.
 */
export const nameOfElement = (modeler: TenonModeler, id: string | null): string => {
  if (id === null) return modelerWords.problems.ofModel
  const element = modeler.get('elementRegistry').get(id)
  if (element === undefined) return id
  const { businessObject, source, target } = element
  const name = businessObject.get('name')
  if (typeof name === 'string' && name.trim() !== '') return name
  if (source !== undefined && target !== undefined) {
    return `${nameOfElement(modeler, source.id)} → ${nameOfElement(modeler, target.id)}`
  }
  return connectorOf(modeler, businessObject) ?? kindOf(businessObject)
}

const connectorOf = (modeler: TenonModeler, element: ModdleElement): string | undefined => {
  const link = templateOf(element)
  return link && modeler.get('templateCatalog').findLatest(link.id)?.name
}
