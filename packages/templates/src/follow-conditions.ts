import type { Transition } from './bindings/binding-kind.ts'
import { bindingKinds } from './bindings/binding-kinds.ts'
import { ensureExtensionElements } from './bindings/extension-elements.ts'
import { activePart } from './conditions.ts'
import type { Draft } from './draft.ts'
import type { ElementTemplate, TemplateProperty } from './element-template.ts'
import type { ModdleElement } from './moddle-element.ts'
import { placeOf } from './template-binding.ts'

/** Has the element hold what the properties after say, and nothing else that templates bind. */
export const transit = (transition: Transition): void => {
  ensureExtensionElements(transition.draft, transition.element)
  for (const kind of bindingKinds) kind.update(transition)
}

/** How long a chain of conditions may be of which each asks a value that the one before brings. */
const roundsMax = 100

/** An element of a template in a draft. */
export interface Templated {
  readonly draft: Draft
  readonly element: ModdleElement
  readonly template: ElementTemplate
  readonly forced: ReadonlySet<TemplateProperty>
  readonly edited?: TemplateProperty
}

/**
 * Goes on from the active properties, as long as what was written switches others on and off: the
 * first are removed or written, and may switch again.
 */
export const followConditions = (
  { template, ...others }: Templated,
  from: ElementTemplate,
): void => {
  const { draft, element } = others
  let before = from
  let after = activePart(draft, element, template)
  // Conditions that contradict each other never come to rest.
  const seen = new Set<string>()
  while (seen.size < roundsMax && isSwitched(before, after) && !seen.has(identitiesOf(after))) {
    seen.add(identitiesOf(after))
    transit({ ...others, before, after })
    before = after
    after = activePart(draft, element, template)
  }
  for (const kind of bindingKinds) kind.settle?.(draft, element, { template, active: after })
}

/**
 * Whether a property went, or one came that writes where none did. One that came beside another
 * of the same place changes nothing.
 */
const isSwitched = (before: ElementTemplate, after: ElementTemplate): boolean => {
  const afterwards = new Set(after.properties.map(identityOf))
  if (before.properties.some((each) => !afterwards.has(identityOf(each)))) return true
  const places = new Set(before.properties.map(({ binding }) => placeOf(binding)))
  return after.properties.some(({ binding }) => !places.has(placeOf(binding)))
}

const identitiesOf = ({ properties }: ElementTemplate): string =>
  properties.map(identityOf).join('')

const identityOf = ({ binding, condition }: TemplateProperty): string =>
  JSON.stringify([placeOf(binding), condition])
