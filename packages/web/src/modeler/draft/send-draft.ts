import { isModelChanged, type Model, type ModelSummary } from '../../api/models.ts'
import { RefusedError } from '../../api/refused-error.ts'
import type { DraftContent, DraftPort } from './draft-saver.ts'

/** What is needed of the server. */
export interface ModelStore {
  readonly update: DraftPort<ModelSummary>['send']
  readonly read: () => Promise<Model>
}

/** How many saves without an answer are remembered. */
const unansweredMax = 10

/**
 * Sends drafts of one model. A save may have arrived although its answer was lost: then the model
 * has changed since, but by us, and the next save goes on from there.
 */
export const createSendDraft = ({ update, read }: ModelStore): DraftPort<ModelSummary>['send'] => {
  let unanswered: readonly DraftContent[] = []
  const isOurs = ({ name, xml }: DraftContent): boolean =>
    unanswered.some((sent) => sent.xml === xml && sent.name === name)

  return async (content, revision, isLeaving) => {
    const goOn = async (refusal: unknown): Promise<ModelSummary> => {
      if (!isModelChanged(refusal) || unanswered.length === 0) throw refusal
      const stored = await read()
      if (!isOurs(stored)) throw refusal
      return update(content, stored.revision, isLeaving)
    }
    try {
      const summary = await update(content, revision, isLeaving).catch(goOn)
      unanswered = []
      return summary
    } catch (error) {
      if (!(error instanceof RefusedError))
        unanswered = [...unanswered, content].slice(-unansweredMax)
      throw error
    }
  }
}
