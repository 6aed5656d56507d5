import { useState } from 'react'
import { failureReason } from '../../api/failure.ts'
import { deployModel, modelChanged, type ModelDeployment } from '../../api/models.ts'
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
  const { saver, name } = draft
  const refuse = (why: string) => tell({ kind: 'refused', what: words.refused(name), why })
  const attempt = async (): Promise<ModelDeployment | undefined> => {
    if (!(await saver.save())) {
      refuse(words.unsaved)
      return undefined
    }
    const { id, revision } = saver.view.summary
    try {
      const { model } = await deployModel(id, revision)
      saver.learn(model)
      if (model.deployed === null) return undefined
      tell({ kind: 'done', what: words.done(name, model.deployed.version) })
      return model.deployed
    } catch (error) {
      if (isStale(error)) saver.conflict()
      refuse(whyRefused(error, problemCount))
      return undefined
    }
  }
  const deploy = async () => {
    setBusy(true)
    tell(undefined)
    try {
      return await attempt()
    } finally {
      setBusy(false)
    }
  }
  const ensure = () => {
    const { summary, isSaved } = saver.view
    return isDeployed(summary, isSaved) && summary.deployed !== null
      ? Promise.resolve(summary.deployed)
      : deploy()
  }
  return { isBusy, deploy, ensure }
}

const isStale = (error: unknown): boolean =>
  error instanceof RefusedError && error.code === modelChanged

/** The problems themselves stand in the drawer and at their elements, in the words of the refusal. */
const whyRefused = (error: unknown, problemCount: number): string => {
  const failure = error instanceof Error ? error : new Error(String(error))
  const isRefusal = failure instanceof RefusedError && failure.status === 400
  return isRefusal && problemCount > 0
    ? words.problems(problemCount)
    : failureReason(failure, location.origin)
}
