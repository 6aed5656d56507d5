import type { ModelSummary } from '../api/models.ts'

/** What a person needs to know of a model; `version` is that of the process definition. */
export type ModelState =
  { readonly kind: 'draft' } | { readonly kind: 'deployed' | 'changed'; readonly version: number }

export const modelState = ({
  revision,
  deployed,
}: Pick<ModelSummary, 'revision' | 'deployed'>): ModelState => {
  if (deployed === null) return { kind: 'draft' }
  return {
    kind: deployed.revision === revision ? 'deployed' : 'changed',
    version: deployed.version,
  }
}
