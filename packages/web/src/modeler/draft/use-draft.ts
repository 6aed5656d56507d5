import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import {
  isModelChanged,
  readModel,
  updateModel,
  type Model,
  type ModelSummary,
} from '../../api/models.ts'
import { RefusedError } from '../../api/refused-error.ts'
import type { TenonModeler } from '../../canvas/services.ts'
import { writePendingEdits } from '../../panel/fields/pending-edits.ts'
import { DraftSaver, type DraftContent, type DraftPort, type DraftView } from './draft-saver.ts'
import { forgetLocalCopy, keepLocalCopy, type LocalCopy } from './local-copy.ts'
import { renameProcess } from './rename-process.ts'
import { createSendDraft } from './send-draft.ts'

/** What is being edited. Whatever is done with it has what is just being typed. */
export interface Draft extends DraftView<ModelSummary> {
  readonly name: string
  readonly rename: (name: string) => void
  readonly read: () => Promise<DraftContent>
  readonly whenSaved: DraftSaver<ModelSummary>['whenSaved']
  readonly conflict: () => void
  readonly giveUp: () => void
}

/** What is being edited, kept on the server from the first change on. */
export const useDraft = (
  model: Model,
  modeler: TenonModeler,
  restored: LocalCopy | undefined,
): Draft => {
  const [content] = useState(() => new Content(modeler, restored ?? model))
  const [saver] = useState(() => new DraftSaver<ModelSummary>(model, portOf(model.id, content)))
  const view = useSyncExternalStore(
    (listener) => saver.subscribe(listener),
    () => saver.view,
  )
  const [name, setName] = useState(content.name)
  useSaving(saver, content, modeler)
  useEffect(() => {
    if (restored === undefined) return
    if (restored.revision === model.revision) saver.changed()
    else saver.conflict(restored.revision)
  }, [saver, restored, model.revision])
  return {
    ...view,
    name,
    rename: (changed) => {
      content.rename(changed)
      setName(changed)
      renameProcess(modeler, name, changed)
      saver.changed()
    },
    read: () => {
      writeTyped(modeler)
      return content.read()
    },
    whenSaved: (act) => {
      writeTyped(modeler)
      return saver.whenSaved(act)
    },
    conflict: () => saver.conflict(),
    giveUp: () => saver.giveUp(),
  }
}

/** Fields and labels write what is typed into the model when they are left, or after a pause. */
const writeTyped = (modeler: TenonModeler): void => {
  writePendingEdits()
  const label = modeler.get('directEditing')
  if (label.isActive()) label.complete()
}

class Content {
  #name: string
  #isAsOpened = true
  readonly #opened: DraftContent
  readonly #modeler: TenonModeler
  constructor(modeler: TenonModeler, opened: DraftContent) {
    this.#modeler = modeler
    this.#opened = opened
    this.#name = opened.name
  }

  get name(): string {
    return this.#name
  }

  rename(name: string): void {
    this.#name = name
  }

  /** To be told of each change of the diagram. */
  redrawn(): void {
    this.#isAsOpened = !this.#modeler.get('commandStack').canUndo()
  }

  async read(): Promise<DraftContent> {
    // To the letter: a new name alone is no change of the diagram.
    if (this.#isAsOpened) return { name: this.#name, xml: this.#opened.xml }
    const { xml, error } = await this.#modeler.saveXML({ format: true })
    if (xml === undefined) throw error ?? new Error('The diagram gave no XML.')
    return { name: this.#name, xml }
  }
}

const portOf = (id: string, content: Content): DraftPort<ModelSummary> => ({
  read: () => content.read(),
  send: createSendDraft({
    update: ({ name, xml }, revision, isLeaving) =>
      updateModel(id, { revision, name, xml }, { isLeaving }),
    read: () => readModel(id),
  }),
  judge,
  keep: (kept, revision) => keepLocalCopy(id, { ...kept, revision }),
  forget: () => forgetLocalCopy(id),
})

const judge = (error: Error): 'conflict' | 'again' | 'refused' => {
  if (!(error instanceof RefusedError)) return 'again'
  if (isModelChanged(error)) return 'conflict'
  return error.status >= 500 || error.status === 429 ? 'again' : 'refused'
}

/** Saves what changes, and what is left when the page is hidden or left. */
const useSaving = (
  saver: DraftSaver<ModelSummary>,
  content: Content,
  modeler: TenonModeler,
): void => {
  // Its end comes before that of the fields and of the modeler, whose own end is no change.
  useLayoutEffect(() => {
    const changed = () => {
      content.redrawn()
      saver.changed()
    }
    const hidden = () => {
      if (document.visibilityState !== 'hidden') return
      writeTyped(modeler)
      void saver.save({ isLeaving: true })
    }
    const leaving = (event: BeforeUnloadEvent) => {
      writeTyped(modeler)
      if (!saver.view.isSaved) event.preventDefault()
    }
    modeler.get('eventBus').on('commandStack.changed', changed)
    document.addEventListener('visibilitychange', hidden)
    addEventListener('beforeunload', leaving)
    return () => {
      writeTyped(modeler)
      modeler.get('eventBus').off('commandStack.changed', changed)
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('beforeunload', leaving)
      void saver.save()
    }
  }, [saver, content, modeler])
}
