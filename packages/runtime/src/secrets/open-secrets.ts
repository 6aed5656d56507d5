import type { Job, JsonObject } from '@tenon/orchestration'
import {
  type SecretPlace,
  type SecretSeal,
  showSecretReferences,
} from '@tenon/orchestration/secret-seal'
import { holdsText, type Rewrite, rewriteObject } from './rewrite-texts.ts'

/** Gives the value of a secret, or throws. */
type ResolveSecret = (name: string) => string

// What a `SecretSeal` makes begins and ends with these.
const mark = '\uE000'
const references = /\uE000[^\uE000\uE001]*\uE001/g

/**
 * The targets that an input mapping can have had when it wrote a value: the one at `a.b.c` may come
 * from a mapping to `a`, `a.b` or `a.b.c`; the last one is where the value stands.
 */
interface Position {
  readonly targets: readonly string[]
  /** False inside of what no target reaches: a list, or a member with a dot in its name. */
  readonly isReachable: boolean
}

/**
 * Opens the sealed references in the variables of a job, also in the names of members. A reference
 * opens only where the mapping that it was sealed for put it; elsewhere it is text. Values are
 * never looked at again. Without a reference the variables are given back as they are.
 */
export const openSecrets = (job: Job, seal: SecretSeal, resolve: ResolveSecret): JsonObject => {
  if (!holdsText(job.variables, mark)) return job.variables
  const rewrite: Rewrite<Position> = {
    text: (text, { targets }) =>
      text.replaceAll(references, (reference) =>
        openAt(reference, targets, { job, seal, resolve }),
      ),
    number: (digits) => digits,
    inside,
  }
  return rewriteObject(job.variables, { targets: [], isReachable: true }, rewrite)
}

const inside = (position: Position, name: string | number): Position => {
  if (!position.isReachable) return position
  if (typeof name === 'number' || name.includes('.')) return { ...position, isReachable: false }
  const around = position.targets.at(-1)
  const target = around === undefined ? name : `${around}.${name}`
  return { targets: [...position.targets, target], isReachable: true }
}

interface Opening {
  readonly job: Job
  readonly seal: SecretSeal
  readonly resolve: ResolveSecret
}

const openAt = (reference: string, targets: readonly string[], opening: Opening): string => {
  const { processDefinitionKey, elementId } = opening.job
  for (const field of targets) {
    const place: SecretPlace = { processDefinitionKey, elementId, field }
    let value: string | undefined
    opening.seal.open(reference, place, (name) => (value = opening.resolve(name)))
    if (value !== undefined) return value
  }
  return showSecretReferences(reference)
}
