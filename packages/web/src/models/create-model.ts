import type { ProcessDefinition } from '@tenon/orchestration'
import { createModel, type Model } from '../api/models.ts'
import { definitionXmlQuery, modelsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import example from './example.bpmn?raw'
import { fillExample } from './fill-example.ts'
import { freeName } from './model-name.ts'
import { newModelXml, newProcessId } from './new-model.ts'
import { modelsWords } from './words.ts'

/** The ways to come by a model. Each gets a name that no other has. */

export const createNewModel = async (): Promise<Model> => {
  const name = await chooseName(modelsWords.newProcess)
  return createModel({ name, xml: newModelXml(newProcessId(), name) })
}

/** One that is ready to be deployed and run. */
export const createExample = async (): Promise<Model> =>
  createModel({
    name: await chooseName(modelsWords.exampleName),
    xml: fillExample(example, location.origin),
  })

/** One with the XML of a process that was deployed without a model. */
export const createCopy = async (definition: ProcessDefinition): Promise<Model> => {
  const { processDefinitionKey, processDefinitionId, name } = definition
  const xml = await queryClient.query(definitionXmlQuery(processDefinitionKey))
  return createModel({ name: await chooseName(name ?? processDefinitionId), xml })
}

const chooseName = async (name: string): Promise<string> => {
  const models = await queryClient.query(modelsQuery())
  return freeName(
    name,
    models.map((model) => model.name),
  )
}
