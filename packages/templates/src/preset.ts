import type { ElementTemplate, TemplateProperty } from './element-template.ts'
import { TemplateError } from './errors.ts'

/** A template with the values of a preset, and the properties that have them. */
export interface Preset {
  readonly template: ElementTemplate
  readonly forced: ReadonlySet<TemplateProperty>
}

/** Throws `TEMPLATE_PRESET_UNKNOWN`. */
export const presetOf = (template: ElementTemplate, id: string | undefined): Preset => {
  if (id === undefined) return { template, forced: new Set() }
  const values = valuesOf(template, id)
  const forced = new Set<TemplateProperty>()
  const properties = template.properties.map((property) => {
    const value = property.id === undefined ? undefined : values.get(property.id)
    if (!isValue(value)) return property
    const { generatedValue: _, ...others } = property
    const preset: TemplateProperty = { ...others, value }
    forced.add(preset)
    return preset
  })
  return { template: { ...template, properties }, forced }
}

const valuesOf = ({ id: templateId, presets = [] }: ElementTemplate, id: string) => {
  const preset = presets.find((each) => each.id === id)
  if (preset !== undefined) return new Map(Object.entries(preset.properties))
  const ids = presets.map((each) => each.id).join(', ')
  throw new TemplateError(
    'TEMPLATE_PRESET_UNKNOWN',
    `Template "${templateId}" has no preset "${id}". ` +
      (ids === '' ? 'Apply it without one.' : `Choose one of: ${ids}.`),
  )
}

const isValue = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
