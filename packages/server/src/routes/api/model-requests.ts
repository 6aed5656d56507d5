import { OrchestrationError } from '@tenon/orchestration'
import { modelLimits, type ModelChanges } from '@tenon/runtime/database'
import { z } from 'zod'
import { parseBody } from '../../request-body.ts'

const { nameCharactersMax, xmlBytesMax } = modelLimits

/** Half of a character would be replaced where it is stored, and NUL ends a text in places. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

const name = z
  .string()
  .trim()
  .min(1, 'Give the model a name.')
  .max(nameCharactersMax, `A name may have ${nameCharactersMax} characters.`)
  .refine(isStorable, 'A name must be text: it has half a character, or NUL.')

const xml = z
  .string()
  .refine(isStorable, 'XML must be text: it has half a character, or NUL.')
  .refine(
    (text) => Buffer.byteLength(text) <= xmlBytesMax,
    `XML may have ${xmlBytesMax} bytes. Draw less in one model.`,
  )

const revision = z.int().min(1, 'Revisions start at 1.')

const creation = z.strictObject({ name, xml })

/** The body of `POST /models`. */
export const parseModel = (body: unknown): z.output<typeof creation> => parseBody(creation, body)

const change = z.strictObject({ revision, name: name.nullish(), xml: xml.nullish() })

/** The body of `PATCH /models/{id}`. */
export const parseModelChanges = (body: unknown): ModelChanges => {
  const changes = parseBody(change, body)
  const given = { name: changes.name ?? undefined, xml: changes.xml ?? undefined }
  if (given.name !== undefined || given.xml !== undefined) {
    return { revision: changes.revision, ...given }
  }
  throw new OrchestrationError('INVALID_ARGUMENT', 'At least one of [name, xml] is required.')
}

const deployment = z.strictObject({ revision })

/** The body of `POST /models/{id}/deployment`: the revision to deploy. */
export const parseDeploymentOfModel = (body: unknown): number =>
  parseBody(deployment, body).revision
