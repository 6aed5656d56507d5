import { useState } from 'react'
import { failureReason } from '../api/failure.ts'
import { createModel, type ModelSummary } from '../api/models.ts'
import { modelsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'

interface RefusedFile {
  /** Its own: two files of one name may come from two folders. */
  readonly place: number
  readonly file: string
  readonly problem: string
}

/** What came of the files that were dropped or chosen last. */
export interface ImportReport {
  readonly imported: readonly ModelSummary[]
  readonly refused: readonly RefusedFile[]
}

export interface Import {
  readonly importFiles: (files: readonly File[]) => void
  /** How many files are being imported now. */
  readonly count: number
  readonly report: ImportReport | undefined
  readonly forget: () => void
}

/** Makes models of files, and reports of each that it cannot. */
export const useImport = (): Import => {
  const [count, setCount] = useState(0)
  const [report, setReport] = useState<ImportReport>()
  const run = async (files: readonly File[]) => {
    setCount(files.length)
    setReport(undefined)
    const outcomes = await importAll(files)
    setReport(outcomes)
    setCount(0)
    await queryClient.invalidateQueries(modelsQuery())
  }
  return {
    importFiles: (files) => void (files.length > 0 && run(files)),
    count,
    report,
    forget: () => {
      setReport(undefined)
    },
  }
}

const importAll = async (files: readonly File[]): Promise<ImportReport> => {
  const imported: ModelSummary[] = []
  const refused: RefusedFile[] = []
  for (const file of files) {
    const outcome = await importOne(file)
    if ('id' in outcome) imported.push(outcome)
    else refused.push({ place: refused.length, file: file.name, problem: outcome.problem })
  }
  return { imported, refused }
}

const importOne = async (file: File): Promise<ModelSummary | { readonly problem: string }> => {
  try {
    // The reader of XML is loaded with the first file.
    const { readImport } = await import('./read-import.ts')
    const read = await readImport(file)
    return 'model' in read ? await createModel(read.model) : read
  } catch (error) {
    return { problem: failureReason(error, location.origin) }
  }
}
