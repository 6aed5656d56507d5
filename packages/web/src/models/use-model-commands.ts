import type { ProcessDefinition } from '@tenon/orchestration'
import { readModel, type Model, type ModelSummary } from '../api/models.ts'
import { modelsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { saveFile } from '../parts/save-file.ts'
import { createCopy, createExample, createNewModel } from './create-model.ts'
import { fileNameOf } from './model-name.ts'
import { renameModel } from './rename-model.ts'
import { useActions } from './use-actions.ts'
import { useImport } from './use-import.ts'
import { useOpenCreated } from './use-open-created.ts'
import { useRemoval } from './use-removal.ts'
import { modelsWords } from './words.ts'

const { failed } = modelsWords

/** All that can be done in the list of models, and what became of it. */
export const useModelCommands = () => {
  const actions = useActions()
  const removal = useRemoval(actions)
  const imports = useImport()
  const openCreated = useOpenCreated()
  const open = (failure: string, create: () => Promise<Model>) =>
    void actions.act({ failure, run: () => openCreated(create) })
  return {
    actions,
    removal,
    imports,
    create: () => {
      open(failed.create, createNewModel)
    },
    openExample: () => {
      open(failed.create, createExample)
    },
    copy: (definition: ProcessDefinition) => {
      open(failed.copy, () => createCopy(definition))
    },
    rename: (model: ModelSummary, name: string) =>
      actions.act({
        failure: failed.rename,
        run: async () => {
          await renameModel(model, name)
          await queryClient.invalidateQueries(modelsQuery())
        },
      }),
    save: ({ id }: ModelSummary) =>
      void actions.act({
        failure: failed.export,
        run: async () => {
          const { name, xml } = await readModel(id)
          saveFile(fileNameOf(name), xml, 'application/xml')
        },
      }),
  }
}

export type ModelCommands = ReturnType<typeof useModelCommands>
