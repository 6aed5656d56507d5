import { useState } from 'react'
import type { Model } from '../api/models.ts'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { BrokenModel } from './broken-model.tsx'
import { forgetLocalCopy, readLocalCopy, type LocalCopy } from './draft/local-copy.ts'
import { OpenModel } from './open-model.tsx'
import { useModeler } from './use-modeler.ts'
import { modelerWords } from './words.ts'

interface ModelEditorProps {
  readonly model: Model
  /** Reads the model again, and opens what the server has then. */
  readonly reload: () => void
}

/** A model on the canvas, or why it cannot be shown. */
export const ModelEditor = ({ model, reload }: ModelEditorProps) => {
  const [restored] = useState(() => unsavedCopy(model))
  const xml = restored?.xml ?? model.xml
  const opening = useModeler(xml)
  switch (opening.kind) {
    case 'opening':
      return <LoadingRows label={modelerWords.loading} />
    case 'broken':
      return <BrokenModel name={model.name} xml={xml} error={opening.error} />
    case 'open': {
      const { modeler, warnings } = opening
      return <OpenModel {...{ model, modeler, warnings, restored, reload }} />
    }
  }
}

/** What this browser has of the model and the server has not. */
const unsavedCopy = (model: Model): LocalCopy | undefined => {
  const copy = readLocalCopy(model.id)
  if (copy === undefined || copy.xml !== model.xml || copy.name !== model.name) return copy
  // It was sent when the page was left, and nobody was there to hear that it arrived.
  forgetLocalCopy(model.id)
  return undefined
}
