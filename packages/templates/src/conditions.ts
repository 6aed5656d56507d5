import { readProperty } from './bindings/binding-kinds.ts'
import { isStartOfEventSubProcess } from './bindings/event-definition.ts'
import type { Draft } from './draft.ts'
import type {
  ElementTemplate,
  PropertyCondition,
  TemplateCondition,
  TemplateProperty,
} from './element-template.ts'
import type { ModdleElement } from './moddle-element.ts'
import { toComparable, toLiteral, type Value } from './property-value.ts'

/** A template and the element that its conditions are asked of. */
export interface Conditions {
  readonly isActive: (property: TemplateProperty) => boolean
  readonly holds: (condition: TemplateCondition | undefined) => boolean
}

/**
 * The template with its active properties only. A condition asks what the model holds, whether
 * or not the property that it names is active itself.
 */
export const activePart = (
  draft: Draft,
  element: ModdleElement,
  template: ElementTemplate,
): ElementTemplate => {
  const { isActive } = conditionsOf(draft, element, template)
  return { ...template, properties: template.properties.filter(isActive) }
}

export const conditionsOf = (
  draft: Draft,
  element: ModdleElement,
  { properties }: ElementTemplate,
): Conditions => {
  const byId = new Map<string, TemplateProperty>()
  for (const property of properties) {
    if (property.id !== undefined && !byId.has(property.id)) byId.set(property.id, property)
  }
  const asked = new Map<TemplateProperty, boolean>()
  const isActive = (property: TemplateProperty): boolean => {
    const known = asked.get(property)
    if (known !== undefined) return known
    // Properties that wait for each other are not active.
    asked.set(property, false)
    const answer = isAllowed(element, property) && holds(property.condition)
    asked.set(property, answer)
    return answer
  }
  const holdsOne = (condition: PropertyCondition): boolean => {
    const property = byId.get(condition.property)
    if ('isActive' in condition) {
      return condition.isActive === (property !== undefined && isActive(property))
    }
    return (
      property !== undefined && isMet(condition, property, readProperty(draft, element, property))
    )
  }
  const holds = (condition: TemplateCondition | undefined): boolean => {
    if (condition === undefined) return true
    return 'allMatch' in condition ? condition.allMatch.every(holdsOne) : holdsOne(condition)
  }
  return { isActive, holds }
}

const isMet = (
  condition: Exclude<PropertyCondition, { isActive: boolean }>,
  property: TemplateProperty,
  value: unknown,
): boolean => {
  if ('isEmpty' in condition) return condition.isEmpty === isEmpty(value)
  const asked = 'equals' in condition ? [condition.equals] : condition.oneOf
  return asked.some((each) => isEqual(property, value, each))
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

const isEqual = (property: TemplateProperty, value: unknown, asked: Value): boolean => {
  const literal = toLiteral(property, value)
  if (literal === undefined || literal === null) return false
  const comparable = toComparable(property, asked)
  return property.type === 'Number'
    ? Number(literal) === Number(comparable)
    : literal === comparable
}

/** A message that starts a process is not correlated with a running one. */
const isAllowed = (element: ModdleElement, { binding }: TemplateProperty): boolean =>
  binding.type !== 'bpmn:Message#zeebe:subscription#property' ||
  binding.name !== 'correlationKey' ||
  !element.$instanceOf('bpmn:StartEvent') ||
  isStartOfEventSubProcess(element)
