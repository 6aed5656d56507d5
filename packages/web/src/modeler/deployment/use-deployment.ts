import { useState } from 'react'
import { failureReason } from '../../api/failure.ts'
import {
  deployModel,
  isModelChanged,
  type ModelDeployment,
  type ModelSummary,
} from '../../api/models.ts'
import { RefusedError } from '../../api/refused-error.ts'
import type { Draft } from '../draft/use-draft.ts'
import { isDeployed } from '../model-state.ts'
import type { Note } from '../notes/note-bar.tsx'
import { modelerWords } from '../words.ts'

const words = modelerWords.deployment

export interface Deployment {
  readonly isBusy: boolean
  /** Saves and deploys. undefined where that was not possible; a note says why. */
  readonly deploy: () => Promise<ModelDeployment | undefined>
  /** What is deployed, after deploying what has changed since. */
  readonly ensure: () => Promise<ModelDeployment | undefined>
}

/** Brings what is drawn to the engine. */
export const useDeployment = (
  draft: Draft,
  problemCount: number,
  tell: (note: Note | undefined) => void,
): Deployment => {
  const [isBusy, setBusy] = useState(false)
  const { name } = draft
  const refuse = (why: string) => tell({ kind: 'refused', what: words.refused(name), why })
  const deployStored = async ({ id, revision }: ModelSummary): Promise<ModelSummary> => {
    const { model } = await deployModel(id, revision)
    if (model.deployed !== null)
      tell({ kind: 'done', what: words.done(name, model.deployed.version) })
    return model
  }
  const bring = async (
    act: (summary: ModelSummary) => Promise<ModelSummary>,
  ): Promise<ModelDeployment | undefined> => {
    setBusy(true)
    tell(undefined)
    try {
      const model = await draft.whenSaved(act)
      if (model === undefined) refuse(words.unsaved)
      return model?.deployed ?? undefined
    } catch (error) {
      if (isModelChanged(error)) draft.conflict()
      refuse(whyRefused(error, problemCount))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return {
    isBusy,
    deploy: () => bring(deployStored),
    ensure: () =>
      bring((model) => (isDeployed(model, true) ? Promise.resolve(model) : deployStored(model))),
  }
}

/** The problems themselves stand in the drawer and at their elements, in the words of the refusal. */
const whyRefused = (error: unknown, problemCount: number): string => {
  const failure = error instanceof Error ? error : new Error(String(error))
  const isRefusal = failure instanceof RefusedError && failure.status === 400
  return isRefusal && problemCount > 0
    ? words.problems(problemCount)
    : failureReason(failure, location.origin)
}
