import type { ElementTemplate, TemplateProperty } from '../element-template.ts'
import { fixedValueOf } from '../property-value.ts'
import { placeOf } from '../template-binding.ts'
import type { Slot, Transition } from './binding-kind.ts'

/**
 * Whether what stands in the model is a person's and stays: set explicitly, of a dropdown one of
 * its choices, and not what the property before had put there. Constants are never kept.
 */
export const keepsValue = (
  transition: Transition,
  property: TemplateProperty,
  slot: Slot | undefined,
): boolean => {
  if (property === transition.edited && mayBeEmpty(property)) return true
  if (transition.forced.has(property) || property.type === 'Hidden') return false
  if (slot === undefined) return false
  const current = transition.draft.explicit(slot.element, slot.name)
  if (current === undefined) return false
  if (property.type === 'Dropdown') {
    return property.choices?.some(({ value }) => value === current) ?? false
  }
  const previous =
    transition.before && propertiesByPlace(transition.before).get(placeOf(property.binding))
  return previous === undefined || asText(current) !== asText(fixedValueOf(previous))
}

/** What was read from a file is text, whatever was written. */
const asText = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value

/** A dropdown without an empty choice goes back to what it starts with. */
const mayBeEmpty = ({ type, optional }: TemplateProperty): boolean =>
  type !== 'Dropdown' || optional === true

/** Of several that write to the same place the first. */
const propertiesByPlace = (template: ElementTemplate): ReadonlyMap<string, TemplateProperty> => {
  const known = placesOf.get(template)
  if (known !== undefined) return known
  const places = new Map(
    template.properties.toReversed().map((each) => [placeOf(each.binding), each]),
  )
  placesOf.set(template, places)
  return places
}

const placesOf = new WeakMap<ElementTemplate, ReadonlyMap<string, TemplateProperty>>()

/** The properties before whose place none after writes to. */
export const abandoned = (
  before: readonly TemplateProperty[],
  after: readonly TemplateProperty[],
): readonly TemplateProperty[] => {
  const places = new Set(after.map(({ binding }) => placeOf(binding)))
  return before.filter(({ binding }) => !places.has(placeOf(binding)))
}
