import type { ModdleElement } from '@tenon/templates'
import type { ElementTarget } from './services.ts'

/** The type of the element's event definition, as elements are created and replaced with. */
export const eventDefinitionTypeOf = (element: ModdleElement): string | undefined => {
  if (!element.$instanceOf('bpmn:Event')) return undefined
  const definitions = element.get('eventDefinitions')
  const first: unknown = Array.isArray(definitions) ? definitions[0] : undefined
  return hasType(first) ? first.$type : undefined
}

/** Whether the element is what a template or a menu asks for already. */
export const isOfKind = (
  element: ModdleElement,
  { type, eventDefinitionType }: ElementTarget,
): boolean => element.$type === type && eventDefinitionTypeOf(element) === eventDefinitionType

const hasType = (value: unknown): value is { readonly $type: string } =>
  typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string'
