import type {
  ElementTemplate,
  TemplateConstraints,
  TemplateGroup,
  TemplateProperty,
} from '../element-template.ts'

/** What is always there in a template made of a connector. */
export interface GeneratedTemplate extends ElementTemplate {
  readonly version: number
  readonly groups: readonly TemplateGroup[]
  readonly properties: readonly GeneratedProperty[]
}

/** A property of such a template, with what is always there. */
export interface GeneratedProperty extends TemplateProperty {
  readonly id: string
  readonly constraints?: GeneratedConstraints
}

export interface GeneratedConstraints extends TemplateConstraints {
  readonly pattern?: { readonly value: string; readonly message: string }
}
