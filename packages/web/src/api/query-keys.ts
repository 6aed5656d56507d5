/**
 * How queries are named, so that a change that the server reports finds those that it touches:
 *
 * - `engineKey('incidents', …)`: about many Requests
 * - `requestKey(processInstanceKey, 'variables', …)`: about one Request
 * - `definitionsKey(…)`: about what is deployed
 * - `modelsKey(…)`: about models
 */
export type QueryKey = readonly unknown[]

const areas = { engine: 'engine', definitions: 'definitions', models: 'models' } as const
const anyRequest = 'any'

export const engineKey = (...name: QueryKey): QueryKey => [areas.engine, anyRequest, ...name]

export const requestKey = (processInstanceKey: string, ...name: QueryKey): QueryKey => [
  areas.engine,
  processInstanceKey,
  ...name,
]

export const definitionsKey = (...name: QueryKey): QueryKey => [areas.definitions, ...name]

export const modelsKey = (...name: QueryKey): QueryKey => [areas.models, ...name]

/** A change in the engine, as `/api/events` reports it. */
export interface EngineChange {
  readonly processInstanceKeys: readonly string[]
  readonly hasNewDefinitions: boolean
  /** Set when it is not known which Requests and definitions have changed. */
  readonly all: boolean
}

/** Whether a change in the engine may have changed the answer of a query. */
export const isTouchedBy = (key: QueryKey, change: EngineChange): boolean => {
  const [area, request] = key
  if (area === areas.definitions) return change.all || change.hasNewDefinitions
  if (area !== areas.engine) return false
  if (change.all) return true
  return typeof request === 'string' && request !== anyRequest
    ? change.processInstanceKeys.includes(request)
    : change.processInstanceKeys.length > 0
}

export const isModelsKey = ([area]: QueryKey): boolean => area === areas.models
