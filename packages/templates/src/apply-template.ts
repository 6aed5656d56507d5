import type { Change } from './change.ts'
import { activePart } from './conditions.ts'
import { Draft } from './draft.ts'
import type { ElementTemplate } from './element-template.ts'
import { followConditions, transit } from './follow-conditions.ts'
import type { ModdleElement } from './moddle-element.ts'
import { presetOf } from './preset.ts'
import { referTo } from './template-reference.ts'

/** How a template is applied; by default as to an element that has none. */
export interface ApplyOptions {
  /**
   * The template of the version that the element has so far. With it, what still is as that
   * template had put it becomes what the new one puts there; without, it counts as a person's.
   */
  readonly previous?: ElementTemplate | undefined
  /** Id of the preset whose values come before the template's own, and before a person's. */
  readonly preset?: string | undefined
}

/**
 * Applies a template, or another version of it. What a person entered stays where the template
 * binds it too; constants are written, and what only the template before had is removed. The
 * element must be of the type that `elementTypeOf` says. Throws `TEMPLATE_PRESET_UNKNOWN`.
 */
export const applyTemplate = (
  element: ModdleElement,
  template: ElementTemplate,
  { previous, preset }: ApplyOptions = {},
): readonly Change[] => {
  const draft = new Draft()
  const chosen = presetOf(template, preset)
  const initial = activePart(draft, element, chosen.template)
  referTo(draft, element, template)
  transit({ draft, element, before: previous, after: initial, forced: chosen.forced })
  followConditions({ draft, element, ...chosen }, initial)
  return draft.changes()
}
