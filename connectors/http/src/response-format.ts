import { z } from '@tenon/sdk'

/** A format that was left empty is none; Camunda's values are in capitals. */
const normalise = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value === '' ? undefined : value
  const choice: unknown = Object.hasOwn(value, 'choice') ? Reflect.get(value, 'choice') : undefined
  if (choice === undefined || choice === null || choice === '') return undefined
  return typeof choice === 'string' ? { ...value, choice: choice.toUpperCase() } : value
}

/** How the body of an answer is read; absent means as it shows itself. */
export const responseFormat = z
  .preprocess(
    normalise,
    z
      .discriminatedUnion('choice', [
        z.object({ choice: z.literal('JSON') }).meta({ label: 'JSON' }),
        z
          .object({
            choice: z.literal('TEXT'),
            encoding: z.string().optional().meta({
              label: 'Character set',
              description: 'Left empty: what the answer says, else UTF-8',
              placeholder: 'ISO-8859-1',
            }),
          })
          .meta({ label: 'Text' }),
        z.object({ choice: z.literal('BASE64') }).meta({ label: 'Base64, for files' }),
        z.object({ choice: z.literal('DOCUMENT') }).meta({ control: 'none' }),
      ])
      .optional(),
  )
  .meta({
    label: 'Read the body as',
    description: 'Left empty: JSON if it is an object or a list, else text; files as base64',
    group: 'Answer',
  })

export type ResponseFormat = z.output<typeof responseFormat>
