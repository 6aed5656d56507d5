import type { PropertyCondition } from '../element-template.ts'
import { TemplateError } from '../errors.ts'
import type { Field } from './field.ts'
import type { GeneratedProperty } from './generated-template.ts'

/** Where in an input the generator is, and what holds there. */
export interface Place {
  /** The connector and operation, for messages. */
  readonly where: string
  /** Names from the input down to here; empty for the input itself. */
  readonly path: readonly string[]
  /** Before and after the path in ids, so that equal paths get different ones. */
  readonly idPrefix: string
  readonly idSuffix: string
  /** Heading of the section. */
  readonly heading: string
  /** Whether all around it must be given. */
  readonly required: boolean
  /** All must hold for a field to show. */
  readonly conditions: readonly PropertyCondition[]
  /** What the default of something around it says of here. */
  readonly initial: unknown
}

/** A property and the heading that it stands under. */
export interface PlacedProperty {
  readonly heading: string
  readonly property: GeneratedProperty
}

const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/
const depthMax = 16

/** The place of a member. Throws `TEMPLATE_FIELD_UNSUPPORTED`. */
export const enter = (place: Place, name: string): Place => {
  const inner = { ...place, path: [...place.path, name], initial: memberOf(place.initial, name) }
  if (!namePattern.test(name)) {
    throw unsupported(inner, 'has a name that no variable can have. Use letters, digits and "_"')
  }
  if (inner.path.length > depthMax) {
    throw unsupported(inner, `is nested deeper than ${depthMax} levels. Use z.unknown() above it`)
  }
  return inner
}

/** What holds at the place once the field there is known. */
export const withField = (place: Place, { meta, required, initial }: Field): Place => ({
  ...place,
  heading: meta.group ?? place.heading,
  required: place.required && required && place.initial === undefined,
  initial: place.initial ?? initial,
})

export const idOf = ({ idPrefix, path, idSuffix }: Place): string =>
  `${idPrefix}${path.join('.')}${idSuffix}`

export const unsupported = ({ where, path }: Place, reason: string): TemplateError =>
  new TemplateError('TEMPLATE_FIELD_UNSUPPORTED', `${where}: field "${path.join('.')}" ${reason}.`)

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
