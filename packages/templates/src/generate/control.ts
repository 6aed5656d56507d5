import { z } from 'zod'
import { choicesOf, toChoices } from './choices.ts'
import { constraintsOf } from './constraints.ts'
import type { GeneratedProperty } from './generated-template.ts'
import { toFeelLiteral, toModelText, toModelValue } from './feel-literal.ts'
import type { Field } from './field.ts'

/** What of a property follows from the kind of its value. */
export type Control = Pick<
  GeneratedProperty,
  'type' | 'value' | 'feel' | 'choices' | 'constraints' | 'placeholder'
>

/** The control for a value that is not an object; undefined where no form can show it. */
export const controlOf = (
  field: Field,
  { required, initial }: { required: boolean; initial: unknown },
): Control | undefined => {
  const { schema } = field
  const constraints = constraintsOf(schema, required)
  if (schema instanceof z.core.$ZodString) return textControl(field, initial, constraints)
  if (schema instanceof z.core.$ZodNumber) return numberControl(field, initial, constraints)
  if (schema instanceof z.core.$ZodBoolean) return booleanControl(field, initial, required)
  const choices = choicesOf(schema)
  if (choices !== undefined) return choiceControl(field, choices, { required, initial })
  if (isStructure(schema)) return expressionControl(field, 'required', { initial, constraints })
  if (isOpen(schema)) return expressionControl(field, 'optional', { initial, constraints })
  return undefined
}

type Constraints = GeneratedProperty['constraints']

const textControl = ({ meta }: Field, initial: unknown, constraints: Constraints): Control => ({
  type: meta.control === 'text' ? 'Text' : 'String',
  ...valueOf(meta.prefill ?? initialText(initial)),
  ...(meta.feel !== 'static' && { feel: meta.feel ?? 'optional' }),
  ...(constraints && { constraints }),
  ...(meta.placeholder !== undefined && { placeholder: meta.placeholder }),
})

// To start with nothing is no start, and would be written into every model.
const initialText = (initial: unknown): string | undefined =>
  typeof initial === 'string' && initial !== '' ? toModelText(initial) : undefined

const numberControl = ({ meta }: Field, initial: unknown, constraints: Constraints): Control => ({
  type: 'Number',
  ...valueOf(meta.prefill ?? (typeof initial === 'number' ? initial : undefined)),
  feel: meta.feel ?? 'optional',
  ...(constraints && { constraints }),
})

// A box that is not ticked means no to who looks at it, so a required one starts with no.
const booleanControl = ({ meta }: Field, initial: unknown, required: boolean): Control => ({
  type: 'Boolean',
  ...valueOf(
    meta.prefill ?? (typeof initial === 'boolean' ? initial : required ? false : undefined),
  ),
  feel: meta.feel ?? 'optional',
})

const choiceControl = (
  field: Field,
  values: readonly unknown[],
  { required, initial }: { required: boolean; initial: unknown },
): Control => {
  const choices = toChoices(values, field)
  const [only] = choices
  if (required && choices.length === 1 && only) return { type: 'Hidden', value: only.value }
  return {
    type: 'Dropdown',
    choices,
    ...valueOf(field.meta.prefill ?? (initial === undefined ? undefined : toModelValue(initial))),
    ...(required && { constraints: { notEmpty: true } }),
  }
}

const expressionControl = (
  { meta }: Field,
  feel: 'optional' | 'required',
  { initial, constraints }: { initial: unknown; constraints: Constraints },
): Control => {
  const literal = feel === 'required' ? toFeelLiteral : toModelValue
  return {
    type: meta.control === 'line' || feel === 'required' ? 'String' : 'Text',
    ...valueOf(meta.prefill ?? (initial === undefined ? undefined : literal(initial))),
    ...(meta.feel !== 'static' && { feel: meta.feel ?? feel }),
    ...(constraints && { constraints }),
    ...(meta.placeholder !== undefined && { placeholder: meta.placeholder }),
  }
}

const valueOf = (value: string | number | boolean | undefined) =>
  value === undefined ? {} : { value }

const isStructure = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.core.$ZodArray ||
  schema instanceof z.core.$ZodTuple ||
  schema instanceof z.core.$ZodRecord

const isOpen = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.core.$ZodUnknown ||
  schema instanceof z.core.$ZodAny ||
  schema instanceof z.core.$ZodUnion ||
  schema instanceof z.core.$ZodIntersection ||
  schema instanceof z.core.$ZodLazy ||
  schema instanceof z.core.$ZodTemplateLiteral ||
  schema instanceof z.core.$ZodCustom
