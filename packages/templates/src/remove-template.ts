import type { Change } from './change.ts'
import { Draft } from './draft.ts'
import type { ElementTemplate } from './element-template.ts'
import { transit } from './follow-conditions.ts'
import type { ModdleElement } from './moddle-element.ts'
import { unlink } from './template-reference.ts'

/** Removes all that the template put into the element, and what a person entered in its form. */
export const removeTemplate = (
  element: ModdleElement,
  template: ElementTemplate,
): readonly Change[] => {
  const draft = new Draft()
  unlink(draft, element)
  transit({ draft, element, before: template, after: undefined, forced: new Set() })
  return draft.changes()
}
