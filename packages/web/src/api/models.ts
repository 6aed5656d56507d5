import type { DeployedProcessDefinition } from '@tenon/orchestration'
import { call, callForJson } from './call.ts'
import { RefusedError } from './refused-error.ts'

/** A model as lists show it. Moments are RFC 3339. */
export interface ModelSummary {
  readonly id: string
  readonly name: string
  /** Grows with every change. */
  readonly revision: number
  readonly createdAt: string
  readonly updatedAt: string
  /** What of it was deployed last, and as what. */
  readonly deployed: ModelDeployment | null
}

export interface ModelDeployment {
  /** That of the model when it was deployed. */
  readonly revision: number
  /** That of the process definition. */
  readonly version: number
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly at: string
}

export interface Model extends ModelSummary {
  readonly xml: string
}

/** What is sent to change a model; `revision` is the one that the change was made to. */
export interface ModelChange {
  readonly revision: number
  readonly name?: string
  readonly xml?: string
}

/** A deployment of a model. */
export interface DeployedModel {
  readonly model: ModelSummary
  readonly processDefinitions: readonly DeployedProcessDefinition[]
}

/** Whether something was refused because someone else has changed the model. */
export const isModelChanged = (error: unknown): boolean =>
  error instanceof RefusedError && error.code === 'MODEL_CHANGED'

/** The newest change first. */
export const listModels = async (signal?: AbortSignal): Promise<readonly ModelSummary[]> => {
  const { items } = await callForJson<{ items: readonly ModelSummary[] }>('/api/models', { signal })
  return items
}

export const createModel = (model: Pick<Model, 'name' | 'xml'>): Promise<Model> =>
  callForJson('/api/models', { method: 'POST', json: model })

export const readModel = (id: string, signal?: AbortSignal): Promise<Model> =>
  callForJson(pathOf(id), { signal })

/** Refused as `isModelChanged` tells when the revision is not the latest. */
export const updateModel = (
  id: string,
  change: ModelChange,
  { isLeaving = false } = {},
): Promise<ModelSummary> => callForJson(pathOf(id), { method: 'PATCH', json: change, isLeaving })

/** It can be restored. */
export const removeModel = async (id: string): Promise<void> => {
  await call(pathOf(id), { method: 'DELETE' })
}

export const restoreModel = (id: string): Promise<ModelSummary> =>
  callForJson(`${pathOf(id)}/restoration`, { method: 'POST' })

/** Deploys what is stored. Refused as `isModelChanged` tells when the revision is not the latest. */
export const deployModel = (id: string, revision: number): Promise<DeployedModel> =>
  callForJson(`${pathOf(id)}/deployment`, { method: 'POST', json: { revision } })

const pathOf = (id: string): string => `/api/models/${encodeURIComponent(id)}`
