import type { ElementTemplate } from './element-template.ts'
import type { ModdleElement } from './moddle-element.ts'
import { readForm } from './read-form.ts'

/** What is wrong with the value of a field. */
export interface FieldProblem {
  readonly fieldId: string
  /** One sentence that names the field. */
  readonly message: string
}

/** What a person has to correct before the element can run; empty when nothing is wrong. */
export const problemsOf = (
  element: ModdleElement,
  template: ElementTemplate,
): readonly FieldProblem[] =>
  readForm(element, template)
    .groups.flatMap(({ fields }) => fields)
    .flatMap(({ id, property, problem }) =>
      problem === undefined
        ? []
        : [{ fieldId: id, message: `${property.label ?? id}: ${problem}` }],
    )
