import { readProperty } from './bindings/binding-kinds.ts'
import { conditionsOf, type Conditions } from './conditions.ts'
import { Draft } from './draft.ts'
import type {
  ElementTemplate,
  TemplateChoice,
  TemplateGroup,
  TemplateProperty,
} from './element-template.ts'
import { fieldsById } from './field-id.ts'
import { toFieldValue, type FieldValue } from './field-value.ts'
import type { ModdleElement } from './moddle-element.ts'
import { problemOfValue } from './problem-of-value.ts'

/** The form of an element, as its template and its values make it. */
export interface Form {
  /** In the order of the template; none is empty. */
  readonly groups: readonly FormGroup[]
}

/** A section of the form. */
export interface FormGroup {
  /** Empty for the last one, of the fields that belong to none. */
  readonly id: string
  /** Empty where the id is. */
  readonly label: string
  readonly tooltip?: string
  /** Whether it is open at first. */
  readonly isOpen: boolean
  readonly fields: readonly Field[]
}

/** An active property that a person fills, with its value. */
export interface Field {
  /** Unique in the form; stays when conditions switch other fields. */
  readonly id: string
  readonly property: TemplateProperty
  readonly value: FieldValue
  /** What is wrong with the value, in one sentence. */
  readonly problem: string | undefined
  /** Of a dropdown, what may be chosen now. */
  readonly choices: readonly TemplateChoice[]
}

/** The form of a template as an element fills it: the active properties but for constants. */
export const readForm = (element: ModdleElement, template: ElementTemplate): Form => {
  const draft = new Draft()
  const conditions = conditionsOf(draft, element, template)
  const active = { ...template, properties: template.properties.filter(conditions.isActive) }
  const fields = [...fieldsById(active)].map(([id, property]) => {
    const value = toFieldValue(property, readProperty(draft, element, property))
    const problem = problemOfValue(property, value)
    return { id, property, value, problem, choices: choicesOf(property, conditions) }
  })
  return { groups: groupsOf(template, fields) }
}

const choicesOf = ({ choices = [] }: TemplateProperty, { holds }: Conditions) =>
  choices.filter(({ condition }) => holds(condition))

const groupsOf = (
  { groups = [] }: ElementTemplate,
  fields: readonly Field[],
): readonly FormGroup[] => {
  const known = new Map(groups.map((group) => [group.id, group]))
  const fieldsOf = Map.groupBy(fields, ({ property: { group = '' } }) => known.get(group))
  const none: TemplateGroup = { id: '', label: '', openByDefault: true }
  return [...known.values(), undefined]
    .map((group) => toGroup(group ?? none, fieldsOf.get(group) ?? []))
    .filter((group) => group.fields.length > 0)
}

const toGroup = (
  { id, label, tooltip, openByDefault }: TemplateGroup,
  fields: readonly Field[],
): FormGroup => ({
  id,
  label,
  ...(tooltip !== undefined && { tooltip }),
  isOpen: openByDefault ?? false,
  fields,
})
