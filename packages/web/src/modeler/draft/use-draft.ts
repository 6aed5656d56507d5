import { useEffect, useState, useSyncExternalStore } from 'react'
import { modelChanged, updateModel, type Model, type ModelSummary } from '../../api/models.ts'
import { RefusedError } from '../../api/refused-error.ts'
import type { TenonModeler } from '../../canvas/services.ts'
import { DraftSaver, type DraftContent, type DraftPort, type DraftView } from './draft-saver.ts'
import { forgetLocalCopy, keepLocalCopy, type LocalCopy } from './local-copy.ts'

export interface Draft extends DraftView<ModelSummary> {
  readonly saver: DraftSaver<ModelSummary>
  readonly name: string
  readonly rename: (name: string) => void
  readonly read: () => Promise<DraftContent>
}

/** What is being edited, kept on the server from the first change on. */
export const useDraft = (
  model: Model,
  modeler: TenonModeler,
  restored: LocalCopy | undefined,
): Draft => {
  const [content] = useState(() => new Content(modeler, restored?.name ?? model.name))
  const [saver] = useState(() => new DraftSaver<ModelSummary>(model, portOf(model.id, content)))
  const view = useSyncExternalStore(
    (listener) => saver.subscribe(listener),
    () => saver.view,
  )
  const [name, setName] = useState(content.name)
  useSaving(saver, modeler)
  useEffect(() => {
    if (restored === undefined) return
    if (restored.revision === model.revision) saver.changed()
    else saver.conflict()
  }, [saver, restored, model.revision])
  const rename = (changed: string) => {
    content.rename(changed)
    setName(changed)
    saver.changed()
  }
  return { ...view, saver, name, rename, read: () => content.read() }
}

class Content {
  #name: string
  readonly #modeler: TenonModeler
  constructor(modeler: TenonModeler, name: string) {
    this.#modeler = modeler
    this.#name = name
  }

  get name(): string {
    return this.#name
  }

  rename(name: string): void {
    this.#name = name
  }

  async read(): Promise<DraftContent> {
    const { xml, error } = await this.#modeler.saveXML({ format: true })
    if (xml === undefined) throw error ?? new Error('The diagram gave no XML.')
    return { name: this.#name, xml }
  }
}

const portOf = (id: string, content: Content): DraftPort<ModelSummary> => ({
  read: () => content.read(),
  send: ({ name, xml }, revision, isLeaving) =>
    updateModel(id, { revision, name, xml }, { isLeaving }),
  judge,
  keep: (kept, revision) => keepLocalCopy(id, { ...kept, revision }),
  forget: () => forgetLocalCopy(id),
})

const judge = (error: Error): 'conflict' | 'again' | 'refused' => {
  if (!(error instanceof RefusedError)) return 'again'
  if (error.code === modelChanged) return 'conflict'
  return error.status >= 500 || error.status === 429 ? 'again' : 'refused'
}

/** Saves what changes, and what is left when the page is hidden or left. */
const useSaving = (saver: DraftSaver<ModelSummary>, modeler: TenonModeler): void => {
  useEffect(() => {
    const changed = () => saver.changed()
    const hidden = () => {
      if (document.visibilityState === 'hidden') void saver.save({ isLeaving: true })
    }
    const leaving = (event: BeforeUnloadEvent) => {
      if (!saver.view.isSaved) event.preventDefault()
    }
    modeler.get('eventBus').on('commandStack.changed', changed)
    document.addEventListener('visibilitychange', hidden)
    addEventListener('beforeunload', leaving)
    return () => {
      modeler.get('eventBus').off('commandStack.changed', changed)
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('beforeunload', leaving)
      void saver.save()
    }
  }, [saver, modeler])
}
