import { z } from 'zod'
import { choicesOf, toChoices } from './choices.ts'
import { controlOf, type Control } from './control.ts'
import type { PropertyCondition, TemplateCondition } from '../element-template.ts'
import { toModelValue } from './feel-literal.ts'
import { readField, type Field } from './field.ts'
import { enter, idOf, unsupported, withField, type Place, type PlacedProperty } from './place.ts'
import { asId, inWords } from './words.ts'

/** The properties that fill a schema. Throws `TEMPLATE_FIELD_UNSUPPORTED`. */
export const propertiesOf = (schema: z.core.$ZodType, around: Place): readonly PlacedProperty[] => {
  const field = readField(schema)
  if (field.meta.control === 'none') return []
  const place = withField(around, field)
  if (field.schema instanceof z.core.$ZodObject) return propertiesOfObject(field.schema, place)
  if (field.schema instanceof z.core.$ZodDiscriminatedUnion) {
    return propertiesOfUnion(field.schema, field, place)
  }
  const control = controlOf(field, place)
  if (control === undefined) {
    const kind = field.schema._zod.def.type
    throw unsupported(place, `is a ${kind}, which no form can show. Use text, or z.unknown()`)
  }
  return [toProperty(field, control, place)]
}

const propertiesOfObject = ({ _zod: { def } }: z.core.$ZodObject, place: Place) =>
  Object.entries(def.shape).flatMap(([name, schema]) => propertiesOf(schema, enter(place, name)))

const toProperty = (field: Field, control: Control, place: Place): PlacedProperty => {
  const { label, description, templateId } = field.meta
  const name = place.path.at(-1) ?? ''
  return {
    heading: place.heading,
    property: {
      id: templateId === undefined ? idOf(place) : `${place.idPrefix}${templateId}`,
      label: label ?? inWords(name),
      ...(description !== undefined && { description }),
      ...control,
      group: asId(place.heading),
      binding: { type: 'zeebe:input', name: place.path.join('.') },
      ...conditionOf(place.conditions),
    },
  }
}

const conditionOf = (
  conditions: readonly PropertyCondition[],
): { condition?: TemplateCondition } => {
  const [only, ...others] = conditions
  if (only === undefined) return {}
  return { condition: others.length === 0 ? only : { allMatch: conditions } }
}

interface Variant {
  readonly shape: Readonly<Record<string, z.core.$ZodType>>
  /** Values of the discriminator that choose it. */
  readonly values: readonly string[]
  readonly label: string | undefined
}

/** A dropdown, and under it the fields of what is chosen. */
const propertiesOfUnion = (
  { _zod: { def } }: z.core.$ZodDiscriminatedUnion,
  field: Field,
  place: Place,
): readonly PlacedProperty[] => {
  const { discriminator } = def
  const variants = def.options.flatMap((option) => readVariant(option, discriminator, place))
  const dropdownOf = enter(place, discriminator)
  const dropdown = toDropdown(variants, field, dropdownOf)
  const names = variants.flatMap(({ shape }) => Object.keys(shape))
  const members = variants.flatMap(({ shape, values }) => {
    const isInitial = values.some((value) => value === dropdownOf.initial)
    const initial = isInitial ? place.initial : undefined
    const chosen = { ...place, required: true, initial }
    const condition = isOneOf(dropdown.property.id, values.map(toModelValue))
    return Object.entries(shape).flatMap(([name, schema]) => {
      const isShared = names.indexOf(name) !== names.lastIndexOf(name)
      const idSuffix = isShared ? `${place.idSuffix}:${values[0]}` : place.idSuffix
      const conditions = [...place.conditions, condition]
      return propertiesOf(schema, { ...enter(chosen, name), idSuffix, conditions })
    })
  })
  return [dropdown, ...members]
}

const toDropdown = (variants: readonly Variant[], field: Field, place: Place): PlacedProperty => {
  const choices = variants.flatMap(({ values, label }) =>
    toChoices(values, field).map(({ name, value }) => ({ name: label ?? name, value })),
  )
  const { initial, required } = place
  const control: Control = {
    type: 'Dropdown',
    choices,
    ...(initial !== undefined && { value: toModelValue(initial) }),
    ...(required && { constraints: { notEmpty: true } }),
  }
  const label = field.meta.label ?? inWords(place.path.at(-2) ?? '')
  return toProperty({ ...field, meta: { ...field.meta, label } }, control, place)
}

const isOneOf = (property: string, values: readonly string[]): PropertyCondition => {
  const [only, ...others] = values
  return only !== undefined && others.length === 0
    ? { property, equals: only }
    : { property, oneOf: values }
}

const readVariant = (
  option: z.core.$ZodType,
  discriminator: string,
  place: Place,
): readonly Variant[] => {
  const { schema, meta } = readField(option)
  if (meta.control === 'none') return []
  if (!(schema instanceof z.core.$ZodObject)) {
    throw unsupported(place, 'has a choice that is not an object. Make each choice a z.object')
  }
  const { [discriminator]: tag, ...shape } = schema._zod.def.shape
  const all = tag === undefined ? [] : (choicesOf(tag) ?? [])
  const values = all.filter((value) => typeof value === 'string')
  if (values.length === 0 || values.length < all.length) {
    throw unsupported(place, `has a choice whose "${discriminator}" is not one text. Use z.literal`)
  }
  return [{ shape, values, label: meta.label }]
}
