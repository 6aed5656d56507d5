import { perform, readModel, TemplateError } from '@tenon/templates'
import { followName, type NewName } from './follow-name.ts'

/**
 * The XML of a model with the name of its process changed, see `followName`; undefined where
 * nothing of it changes, and where writing it again would lose something.
 */
export const followNameInXml = async (xml: string, name: NewName): Promise<string | undefined> => {
  try {
    const model = await readModel(xml)
    const elements = [...model.elementsById.values()]
    const processes = elements.filter(({ $type }) => $type === 'bpmn:Process')
    const changes = followName(processes, name)
    if (changes.length === 0) return undefined
    perform(changes)
    return await model.write()
  } catch (error) {
    if (error instanceof TemplateError) return undefined
    throw error
  }
}
