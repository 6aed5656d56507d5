import { OrchestrationError } from '@tenon/orchestration'

/** A key of the contract as the engine's own. Throws `INVALID_ARGUMENT`. */
export const toKey = (text: string): number => {
  const key = Number(text)
  if (/^-?\d{1,19}$/.test(text)) return key
  throw new OrchestrationError('INVALID_ARGUMENT', `"${text}" is not a key: keys are numbers.`)
}
