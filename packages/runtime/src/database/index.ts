export { modelLimits } from './model-limits.ts'
export type { Deployed, Model, ModelChanges, Models, ModelSummary } from './models.ts'
export { openProductDatabase, type ProductDatabase } from './open-product-database.ts'
