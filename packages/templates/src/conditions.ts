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
  const byId = firstById(properties)
  const answers = new Map<TemplateProperty, boolean>()
  const holdsOne = (condition: PropertyCondition): boolean => {
    const property = byId.get(condition.property)
    if ('isActive' in condition) {
      return condition.isActive === (property !== undefined && answers.get(property) === true)
    }
    return (
      property !== undefined && isMet(condition, property, readProperty(draft, element, property))
    )
  }
  const answer = (property: TemplateProperty): boolean =>
    isAllowed(element, property) && conditionsIn(property.condition).every(holdsOne)
  const isActive = (property: TemplateProperty): boolean => {
    const known = answers.get(property)
    if (known !== undefined) return known
    for (const each of inOrder(property, byId, answers)) answers.set(each, answer(each))
    return answers.get(property) === true
  }
  const holds = (condition: TemplateCondition | undefined): boolean => {
    for (const each of waitedFor(condition, byId)) isActive(each)
    return conditionsIn(condition).every(holdsOne)
  }
  return { isActive, holds }
}

type PropertiesById = ReadonlyMap<string, TemplateProperty>

/** Of several with the same id the first. */
const firstById = (properties: readonly TemplateProperty[]): PropertiesById =>
  new Map(
    properties.toReversed().flatMap((each) => (each.id === undefined ? [] : [[each.id, each]])),
  )

const conditionsIn = (condition: TemplateCondition | undefined): readonly PropertyCondition[] => {
  if (condition === undefined) return []
  return 'allMatch' in condition ? condition.allMatch : [condition]
}

/** The properties that must be known to be active or not before the condition is asked. */
const waitedFor = (
  condition: TemplateCondition | undefined,
  byId: PropertiesById,
): readonly TemplateProperty[] =>
  conditionsIn(condition).flatMap((each) => {
    const property = 'isActive' in each ? byId.get(each.property) : undefined
    return property === undefined ? [] : [property]
  })

/**
 * The property after all that it waits for and that has no answer yet. Of those that wait for each
 * other one comes too early, which makes it see the others as not active. A chain may be as long as
 * the template, so this does not call itself.
 */
const inOrder = (
  property: TemplateProperty,
  byId: PropertiesById,
  answers: ReadonlyMap<TemplateProperty, boolean>,
): readonly TemplateProperty[] => {
  const ordered = new Set<TemplateProperty>()
  const begun = new Set<TemplateProperty>()
  const open = [property]
  for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
    if (begun.has(next)) {
      ordered.add(next)
      open.pop()
      continue
    }
    begun.add(next)
    const waiting = waitedFor(next.condition, byId)
    open.push(...waiting.filter((each) => !begun.has(each) && !answers.has(each)))
  }
  return [...ordered]
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
