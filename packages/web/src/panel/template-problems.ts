import { readForm, templateOf, type ElementTemplate } from '@tenon/templates'
import type { DiagramElement, TenonModeler } from '../canvas/services.ts'
import type { ModelProblem } from '../modeler/model-problem.ts'
import { installedTemplate } from './connectors/installed-template.ts'
import { shownGroups } from './connectors/shown-groups.ts'
import { problemOf } from './fields/field-problem.ts'
import { isElement } from './scope/model.ts'
import { panelWords as words } from './words.ts'

/** What is wrong with the fields of all elements that have a template which is installed. */
export const templateProblems = (
  modeler: TenonModeler,
  templates: readonly ElementTemplate[],
): readonly ModelProblem[] =>
  modeler
    .get('elementRegistry')
    .getAll()
    .filter((element) => (element.labelTarget ?? undefined) === undefined)
    .flatMap((element) => problemsOfElement(element, templates))

const problemsOfElement = (
  { id, businessObject }: DiagramElement,
  templates: readonly ElementTemplate[],
): readonly ModelProblem[] => {
  const reference = isElement(businessObject) ? templateOf(businessObject) : undefined
  const template = reference && installedTemplate(templates, reference).template
  if (template === undefined) return []
  return shownGroups(readForm(businessObject, template))
    .flatMap(({ fields }) => fields)
    .flatMap((field) => {
      const problem = problemOf(field)
      if (problem === undefined) return []
      const label = field.property.label ?? words.field.unnamed
      return [{ elementId: id, fieldId: field.id, message: `${label}: ${problem}` }]
    })
}
