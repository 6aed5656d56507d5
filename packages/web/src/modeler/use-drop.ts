import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { failureReason } from '../api/failure.ts'
import { createModel } from '../api/models.ts'
import { readImport } from '../models/read-import.ts'
import type { Note } from './notes/note-bar.tsx'
import { modelerWords } from './words.ts'

/** Opens a file that is dropped as a model of its own; going back leads to the one before. */
export const useDrop = (tell: (note: Note) => void) => {
  const navigate = useNavigate()
  return useCallback(
    ([file]: readonly File[]) => {
      const open = async (dropped: File) => {
        const read = await readImport(dropped)
        if ('problem' in read) {
          refuse(read.file, read.problem)
          return
        }
        const { id: modelId } = await createModel(read.model)
        await navigate({ to: '/models/$modelId', params: { modelId } })
      }
      const refuse = (name: string, why: string) =>
        tell({ kind: 'refused', what: modelerWords.notOpened(name), why })
      if (file === undefined) return
      open(file).catch((error: unknown) => {
        if (!(error instanceof Error)) throw error
        refuse(file.name, failureReason(error, location.origin))
      })
    },
    [navigate, tell],
  )
}
