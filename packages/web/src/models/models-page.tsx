import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { describeFailure } from '../api/failure.ts'
import type { ModelSummary } from '../api/models.ts'
import { latestDefinitionsQuery, modelsQuery } from '../api/queries.ts'
import { FailureNotice } from '../parts/failure-notice.tsx'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { Page } from '../parts/page.tsx'
import { usePageTitle } from '../parts/page-title.ts'
import { RunDialog } from '../run/run-dialog.tsx'
import type { RunnableProcess } from '../run/runnable-process.ts'
import { DeployedProcesses } from './deployed-processes.tsx'
import { DropZone } from './drop-zone.tsx'
import { FirstStart } from './first-start.tsx'
import { parseListSearch, type ListSearch } from './list-search.ts'
import { ModelBars } from './model-bars.tsx'
import { ModelList } from './model-list.tsx'
import { ModelsHead } from './models-head.tsx'
import { unmodelled } from './unmodelled.ts'
import { useModelCommands, type ModelCommands } from './use-model-commands.ts'
import { modelsWords } from './words.ts'

/** The models, and what is deployed without one. */
export const ModelsPage = () => {
  usePageTitle(modelsWords.title)
  const models = useQuery(modelsQuery())
  const { search, change } = useListSearch()
  const commands = useModelCommands()
  return (
    <Page>
      <ModelsHead
        isEmpty={models.data?.length === 0}
        filter={search.filter ?? ''}
        onFilter={(filter) => {
          change({ filter })
        }}
        isBusy={commands.actions.isBusy}
        onCreate={commands.create}
        onImport={commands.imports.importFiles}
      />
      {models.error !== null && (
        <FailureNotice
          failure={describeFailure(models.error, location.origin)}
          isStale={models.data !== undefined}
        />
      )}
      {models.isPending && <LoadingRows label={modelsWords.loading} />}
      {models.data !== undefined && (
        <Lists models={models.data} search={search} onSearch={change} commands={commands} />
      )}
      <ModelBars {...commands} />
      <DropZone onDrop={commands.imports.importFiles} />
    </Page>
  )
}

interface ListsProps {
  readonly models: readonly ModelSummary[]
  readonly search: ListSearch
  readonly onSearch: (part: ListSearch) => void
  readonly commands: ModelCommands
}

const Lists = ({ models, search, onSearch, commands }: ListsProps) => {
  const [running, setRunning] = useState<RunnableProcess>()
  return (
    <>
      {models.length === 0 ? (
        <FirstStart
          isBusy={commands.actions.isBusy}
          onCreate={commands.create}
          onExample={commands.openExample}
        />
      ) : (
        <ModelList
          models={models}
          search={search}
          onSearch={onSearch}
          onRun={({ name, deployed }) => {
            if (deployed !== null) setRunning({ ...deployed, name })
          }}
          onRename={commands.rename}
          onExport={commands.save}
          onRemove={(model) => void commands.removal.remove(model)}
        />
      )}
      <Others models={models} onRun={setRunning} onCopy={commands.copy} />
      {running !== undefined && (
        <RunDialog
          process={running}
          isOpen
          onClose={() => {
            setRunning(undefined)
          }}
        />
      )}
    </>
  )
}

interface OthersProps {
  readonly models: readonly ModelSummary[]
  readonly onRun: (process: RunnableProcess) => void
  readonly onCopy: ModelCommands['copy']
}

/** What is deployed without a model, if anything is. */
const Others = ({ models, onRun, onCopy }: OthersProps) => {
  const { data, error } = useQuery(latestDefinitionsQuery())
  const others = unmodelled(data?.items ?? [], models)
  return (
    <>
      {error !== null && (
        <FailureNotice
          failure={describeFailure(error, location.origin)}
          isStale={data !== undefined}
        />
      )}
      {others.length > 0 && (
        <DeployedProcesses
          definitions={others}
          onRun={({ name, processDefinitionId, processDefinitionKey }) => {
            onRun({ name: name ?? processDefinitionId, processDefinitionId, processDefinitionKey })
          }}
          onCopy={onCopy}
        />
      )}
    </>
  )
}

/** What the address asks for; a change of it is no step to go back to. */
const useListSearch = () => {
  const search = useSearch({ from: '/models' })
  const navigate = useNavigate({ from: '/models' })
  const change = (part: ListSearch) =>
    void navigate({ search: (before) => parseListSearch({ ...before, ...part }), replace: true })
  return { search, change }
}
