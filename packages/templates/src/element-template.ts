/**
 * An element template of Camunda 8 (schema version 0.46), as far as Tenon writes them. Templates
 * of others may use more of the schema; they are checked by `validateTemplate`.
 */
export interface ElementTemplate {
  readonly $schema: string
  readonly name: string
  readonly id: string
  readonly version: number
  readonly description?: string
  readonly category?: { readonly id: string; readonly name: string }
  readonly appliesTo: readonly string[]
  readonly elementType: { readonly value: string }
  readonly engines: { readonly camunda: string }
  readonly icon?: { readonly contents: string }
  readonly groups: readonly TemplateGroup[]
  readonly properties: readonly TemplateProperty[]
}

/** A section of the form; sections stand in the order of the list. */
export interface TemplateGroup {
  readonly id: string
  readonly label: string
}

/** A field of the form, or with type `Hidden` a constant, and where its value goes. */
export interface TemplateProperty {
  readonly id: string
  readonly type: 'String' | 'Text' | 'Number' | 'Boolean' | 'Dropdown' | 'Hidden'
  readonly label?: string
  readonly description?: string
  readonly placeholder?: string
  /** What a new element starts with; in text fields FEEL from `=` on. */
  readonly value?: string | number | boolean
  readonly choices?: readonly TemplateChoice[]
  readonly feel?: 'optional' | 'required' | 'static'
  /** An empty value is not written into the model. */
  readonly optional?: boolean
  readonly constraints?: TemplateConstraints
  /** Id of a group. */
  readonly group?: string
  readonly binding: TemplateBinding
  /** Without it the property is always active. */
  readonly condition?: TemplateCondition
}

/** An entry of a dropdown: what is shown, and what the model holds. */
export interface TemplateChoice {
  readonly name: string
  readonly value: string
}

/** What the form checks while one types. Lengths in UTF-16 units. */
export interface TemplateConstraints {
  readonly notEmpty?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: { readonly value: string; readonly message: string }
}

/** Where in the BPMN element the value goes. */
type TemplateBinding =
  | { readonly type: 'zeebe:input'; readonly name: string }
  | { readonly type: 'zeebe:taskHeader'; readonly key: string }
  | { readonly type: 'zeebe:taskDefinition'; readonly property: 'type' | 'retries' }

/** When a property is active; of `allMatch` all must hold. */
export type TemplateCondition =
  PropertyCondition | { readonly allMatch: readonly PropertyCondition[] }

/** Holds when the property with the id is active and has the value, or one of the values. */
export type PropertyCondition =
  | { readonly property: string; readonly equals: string | number | boolean }
  | { readonly property: string; readonly oneOf: readonly (string | number)[] }
