import type { ModelSummary } from '../api/models.ts'
import { modelerWords } from './words.ts'

/** Whether what is deployed is what is drawn. */
export const isDeployed = ({ deployed, revision }: ModelSummary, isSaved: boolean): boolean =>
  isSaved && deployed?.revision === revision

/** The same in words, with the version. */
export const describeModelState = (model: ModelSummary, isSaved: boolean): string => {
  const { deployed } = model
  const { draft, neverDeployed, deployed: deployedAs, changed } = modelerWords.state
  if (deployed === null) return `${draft} · ${neverDeployed}`
  return isDeployed(model, isSaved) ? deployedAs(deployed.version) : changed(deployed.version)
}

/** The version that a deployment gives now. */
export const nextVersion = ({ deployed }: ModelSummary): number => (deployed?.version ?? 0) + 1
