import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { modelsQuery } from '../api/queries.ts'
import { engineKey } from '../api/query-keys.ts'
import { search } from '../api/search.ts'
import { frameWords } from '../frame/words.ts'
import { createExample, createNewModel } from '../models/create-model.ts'
import { useOpenCreated } from '../models/use-open-created.ts'
import { modelsWords } from '../models/words.ts'
import type { IconName } from '../parts/icon.tsx'
import type { Findable } from './match-entries.ts'
import { paletteWords } from './words.ts'

/** A place to go to, or something to do. */
export interface Entry extends Findable {
  /** Its own among all. */
  readonly id: string
  readonly icon: IconName
  /** A promise where it can fail. */
  readonly choose: () => Promise<void> | void
}

/** How many of the latest Requests can be found. */
const requestsMax = 50

const { kinds } = paletteWords

/** All that can be reached from anywhere; `isFailed` when models or Requests are missing in it. */
export const useEntries = (): {
  readonly entries: readonly Entry[]
  readonly isFailed: boolean
} => {
  const models = useModels()
  const requests = useRequests()
  return {
    entries: [...usePages(), ...useActions(), ...models.entries, ...requests.entries],
    isFailed: models.isFailed || requests.isFailed,
  }
}

const usePages = (): readonly Entry[] => {
  const navigate = useNavigate()
  const { models, requests } = frameWords.areas
  const page = { hint: kinds.page, icon: 'page' } as const
  return [
    { id: 'models', label: models, ...page, choose: () => void navigate({ to: '/models' }) },
    { id: 'requests', label: requests, ...page, choose: () => void navigate({ to: '/requests' }) },
  ]
}

const useActions = (): readonly Entry[] => {
  const openCreated = useOpenCreated()
  const { setColorScheme } = useMantineColorScheme()
  const { label, schemes } = frameWords.colours
  const hint = kinds.action
  const colours = (['auto', 'light', 'dark'] as const).map((scheme): Entry => ({
    id: scheme,
    label: `${label}: ${schemes[scheme]}`,
    hint,
    icon: scheme === 'auto' ? 'system' : scheme,
    choose: () => {
      setColorScheme(scheme)
    },
  }))
  const create = () => openCreated(createNewModel)
  const example = () => openCreated(createExample)
  return [
    { id: 'new-model', label: modelsWords.create, hint, icon: 'add', choose: create },
    { id: 'example', label: modelsWords.example, hint, icon: 'draft', choose: example },
    ...colours,
  ]
}

const useModels = () => {
  const { data = [], isError } = useQuery(modelsQuery())
  const navigate = useNavigate()
  const entries = data.map(({ id, name }): Entry => ({
    id,
    label: name,
    hint: kinds.model,
    icon: 'models',
    choose: () => void navigate({ to: '/models/$modelId', params: { modelId: id } }),
  }))
  return { entries, isFailed: isError }
}

const useRequests = () => {
  const { data, isError } = useQuery({
    queryKey: engineKey('process-instances', 'latest', requestsMax),
    queryFn: ({ signal }) =>
      search(
        'process-instances',
        { sort: [{ field: 'startDate', order: 'DESC' }], page: { limit: requestsMax } },
        signal,
      ),
  })
  const navigate = useNavigate()
  const entries = (data?.items ?? []).map((request): Entry => {
    const { processInstanceKey, processDefinitionName, processDefinitionId } = request
    const params = { processInstanceKey }
    return {
      id: processInstanceKey,
      label: processDefinitionName ?? processDefinitionId,
      hint: `${kinds.request} ${processInstanceKey}`,
      icon: 'requests',
      choose: () => void navigate({ to: '/requests/$processInstanceKey', params }),
    }
  })
  return { entries, isFailed: isError }
}
