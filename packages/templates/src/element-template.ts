import type { TemplateBinding } from './template-binding.ts'

export type { BindingType, TemplateBinding } from './template-binding.ts'

/** An element template of Camunda 8, as its schema of version 0.46 describes them. */
export interface ElementTemplate {
  readonly $schema?: string
  readonly name: string
  readonly id: string
  /** Together with the id it is unique. */
  readonly version?: number
  readonly description?: string
  readonly documentationRef?: string
  readonly keywords?: readonly string[]
  readonly category?: { readonly id: string; readonly name: string }
  /** Whether every new element that it applies to gets it. */
  readonly isDefault?: boolean
  readonly deprecated?: boolean | { readonly message?: string; readonly documentationRef?: string }
  /** BPMN types such as `bpmn:Task`, each with those derived from it. */
  readonly appliesTo: readonly string[]
  /** What the element becomes. */
  readonly elementType?: { readonly value: string; readonly eventDefinition?: string }
  /** Ranges of versions, by product. */
  readonly engines?: Readonly<Record<string, string>>
  /** A URL, mostly one of `data:`. */
  readonly icon?: { readonly contents: string }
  readonly metadata?: Readonly<Record<string, unknown>>
  /** Which of the modeler's own sections show beside the template's; all with `true`. */
  readonly entriesVisible?: boolean | VisibleEntries
  readonly groups?: readonly TemplateGroup[]
  readonly properties: readonly TemplateProperty[]
  readonly presets?: readonly TemplatePreset[]
  /** A menu that leads to the presets. */
  readonly steps?: readonly TemplateStep[]
  readonly configurationTemplates?: readonly ConfigurationTemplate[]
}

/** A section of the form; sections stand in the order of the list. */
export interface TemplateGroup {
  readonly id: string
  readonly label: string
  readonly tooltip?: string
  /** Default: false. */
  readonly openByDefault?: boolean
}

/** With `Hidden` a constant; `Configuration` chooses a named configuration. */
export type PropertyType =
  'String' | 'Text' | 'Number' | 'Boolean' | 'Dropdown' | 'Hidden' | 'Configuration'

/** A field of the form, or a constant, and where its value goes. */
export interface TemplateProperty {
  /** Several may have the same one where their conditions exclude each other. */
  readonly id?: string
  /** Default: `String`. */
  readonly type?: PropertyType
  readonly label?: string
  readonly description?: string
  readonly tooltip?: string
  readonly placeholder?: string
  /** What a new element starts with; in text fields FEEL from `=` on. */
  readonly value?: string | number | boolean
  /** Made anew for each element. */
  readonly generatedValue?: { readonly type: 'uuid' }
  readonly choices?: readonly TemplateChoice[]
  /** May be, must be, or is silently an expression. */
  readonly feel?: 'optional' | 'required' | 'static'
  /** Of the text in a `Text`, such as `json`. */
  readonly language?: string
  /** An empty value is not written into the model. */
  readonly optional?: boolean
  /** Default: true. */
  readonly editable?: boolean
  readonly constraints?: TemplateConstraints
  /** Id of a group. */
  readonly group?: string
  readonly binding: TemplateBinding
  /** Without it the property is always active. */
  readonly condition?: TemplateCondition
  /** Of a `Configuration`: what is chosen from, and its lowest version. */
  readonly configurationTemplate?: string
  readonly configurationTemplateVersion?: number
}

/** An entry of a dropdown: what is shown, and what the model holds. */
export interface TemplateChoice {
  readonly name: string
  readonly value: string
  /** Without it the choice is always offered. */
  readonly condition?: TemplateCondition
}

/** What the form checks while one types. Lengths in UTF-16 units. */
export interface TemplateConstraints {
  readonly notEmpty?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string | { readonly value?: string; readonly message?: string }
}

/** When a property is active; of `allMatch` all must hold. */
export type TemplateCondition =
  PropertyCondition | { readonly allMatch: readonly PropertyCondition[] }

/** What is asked of the property with the id. */
export type PropertyCondition = { readonly type?: 'simple'; readonly property: string } & (
  | { readonly equals: string | number | boolean }
  | { readonly oneOf: readonly (string | number)[] }
  | { readonly isActive: boolean }
  | { readonly isEmpty: boolean }
)

/** Sections of the modeler's own; what is not said shows for execution listeners only. */
export interface VisibleEntries {
  readonly outputs?: boolean
  readonly executionListeners?: boolean
  readonly taskListeners?: boolean
}

/** Values, by the ids of properties, that a template may be applied with. */
export interface TemplatePreset {
  readonly id: string
  readonly properties: Readonly<Record<string, unknown>>
}

/** A menu entry: of a preset, or with more below it. */
export interface TemplateStep {
  readonly name: string
  readonly description?: string
  readonly keywords?: readonly string[]
  readonly steps?: readonly TemplateStep[]
  readonly presetId?: string
}

/** The shape of a configuration that several elements share, such as a credential. */
export interface ConfigurationTemplate {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly version: number
  readonly description?: string
  readonly groups?: readonly TemplateGroup[]
  readonly properties: readonly TemplateProperty[]
}
