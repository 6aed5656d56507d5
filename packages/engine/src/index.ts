export { openEngine } from './engine.ts'
export type { Engine, EngineOptions } from './engine.ts'
export { EngineError, engineErrors, type EngineErrorCode } from './errors.ts'
