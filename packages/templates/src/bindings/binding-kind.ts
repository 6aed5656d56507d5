import type { Draft } from '../draft.ts'
import type { BindingType, ElementTemplate, TemplateProperty } from '../element-template.ts'
import type { ModdleElement } from '../moddle-element.ts'
import type { Value } from '../property-value.ts'
import type { TemplateBinding } from '../template-binding.ts'

/** Where one value of a model stands. */
export interface Slot {
  readonly element: ModdleElement
  /** Of the element's property. */
  readonly name: string
}

/** From one template, or set of active properties, to another; undefined for none. */
export interface Transition {
  readonly draft: Draft
  readonly element: ModdleElement
  readonly before: ElementTemplate | undefined
  /** With the active properties only. */
  readonly after: ElementTemplate | undefined
  /** Of those in `after`, the ones whose value stands, whatever the model holds. */
  readonly forced: ReadonlySet<TemplateProperty>
  /** The one that a person just gave a value, which may be none. */
  readonly edited?: TemplateProperty
}

/** What templates can bind values to, as one kind of thing in the BPMN element. */
export interface BindingKind {
  readonly types: readonly BindingType[]
  /** Where the value stands now; undefined where there is nothing to hold it. */
  slotOf(draft: Draft, element: ModdleElement, binding: TemplateBinding): Slot | undefined
  /** Writes what a person gave, in the form of the model. */
  write(draft: Draft, element: ModdleElement, property: TemplateProperty, value: Value): void
  /** Has the element hold what the properties after say, and nothing else of this kind. */
  update(transition: Transition): void
  /** What must hold after every change. */
  settle?(draft: Draft, element: ModdleElement, by: Settlement): void
}

export interface Settlement {
  readonly template: ElementTemplate
  /** The same with its active properties only. */
  readonly active: ElementTemplate
}

/** Of a template the properties that are bound to one of the types. */
export const propertiesOf = (
  template: ElementTemplate | undefined,
  types: readonly BindingType[],
): readonly TemplateProperty[] =>
  template?.properties.filter(({ binding }) => types.includes(binding.type)) ?? []
