import { readModel, updateModel, type ModelSummary } from '../api/models.ts'

/** Renames a model, and its process where the two were called the same. */
export const renameModel = async (model: ModelSummary, after: string): Promise<void> => {
  const { id, name: before } = model
  // Reading and writing BPMN is large, and the list does nothing else with it.
  const { followNameInXml } = await import('./follow-name-in-xml.ts')
  const { xml: stored, revision } = await readModel(id)
  const xml = await followNameInXml(stored, { before, after })
  await updateModel(id, { revision, name: after, ...(xml !== undefined && { xml }) })
}
