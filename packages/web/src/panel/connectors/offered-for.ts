import { appliesTo, type ElementTemplate } from '@tenon/templates'
import type { DiagramElement, TenonModeler } from '../../canvas/services.ts'

/** The connectors that an element can become, by name. */
export const offeredFor = (
  modeler: TenonModeler,
  element: DiagramElement,
): readonly ElementTemplate[] =>
  modeler
    .get('templateCatalog')
    .offered.filter((template) => appliesTo(template, element.businessObject))
    .toSorted((a, b) => a.name.localeCompare(b.name))
