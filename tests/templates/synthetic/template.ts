import type { ElementTemplate, TemplateBinding, TemplateProperty } from '@tenon/templates'

/** All of a property but where its value goes; a `String` unless it says otherwise. */
export type Control = Omit<TemplateProperty, 'binding'>

/** The element that a template is for, and what else it says of itself. */
export type Kind = Omit<
  ElementTemplate,
  'id' | 'name' | 'appliesTo' | 'properties' | 'elementType'
> & {
  readonly type: string
  readonly eventDefinition?: string
}

export const template = (
  id: string,
  { type, eventDefinition, ...rest }: Kind,
  properties: readonly TemplateProperty[],
): ElementTemplate => ({
  $schema: 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json',
  id,
  name: id,
  appliesTo: [type],
  elementType: { value: type, ...(eventDefinition !== undefined && { eventDefinition }) },
  ...rest,
  properties,
})

export const property = (binding: TemplateBinding, control: Control = {}): TemplateProperty => ({
  type: 'String',
  ...control,
  binding,
})

export const attribute = (name: string): TemplateBinding => ({ type: 'property', name })
export const input = (name: string): TemplateBinding => ({ type: 'zeebe:input', name })
export const output = (source: string): TemplateBinding => ({ type: 'zeebe:output', source })
export const header = (key: string): TemplateBinding => ({ type: 'zeebe:taskHeader', key })
export const extension = (name: string): TemplateBinding => ({ type: 'zeebe:property', name })
export const job = (name: 'type' | 'retries'): TemplateBinding => ({
  type: 'zeebe:taskDefinition',
  property: name,
})
export const jobPriority: TemplateBinding = {
  type: 'zeebe:jobPriorityDefinition',
  property: 'priority',
}
export const message: TemplateBinding = { type: 'bpmn:Message#property', name: 'name' }
export const subscription = (name: string): TemplateBinding => ({
  type: 'bpmn:Message#zeebe:subscription#property',
  name,
})

export const constant = (value: string | number | boolean): Control => ({ type: 'Hidden', value })
export const oneOf = (values: readonly string[], control: Control = {}): Control => ({
  type: 'Dropdown',
  choices: values.map((value) => ({ name: value, value })),
  ...control,
})
export const generated: Control = { generatedValue: { type: 'uuid' } }
