/** What drafts of models may take. */
export const modelLimits = {
  /** Of a draft's XML: as many as a model may have that is deployed. */
  xmlBytesMax: 5_000_000,
  nameCharactersMax: 200,
  /** Drafts, with those that were deleted and can be restored. */
  modelsMax: 5_000,
  /** How long a deleted draft can be restored. */
  restorableMs: 30 * 24 * 60 * 60 * 1000,
} as const
