import type { ElementInstance } from '@tenon/orchestration'
import type { ModelElement } from './model-elements.ts'

type Pass = Pick<ElementInstance, 'elementId' | 'type' | 'state'>
type Element = Pick<ModelElement, 'type' | 'called' | 'next' | 'incomingCount'>

/**
 * Where the gateway of a pass decided to go, as people call it. Undefined where that is not certain:
 * what was entered next may be of another path when paths run beside each other.
 */
export const decision = (
  passes: readonly Pass[],
  index: number,
  elements: ReadonlyMap<string, Element> | undefined,
): string | undefined => {
  const pass = passes[index]
  const after = passes[index + 1]
  if (pass?.type !== 'EXCLUSIVE_GATEWAY' || pass.state !== 'COMPLETED') return undefined
  const next = elements?.get(pass.elementId)?.next ?? []
  // A gateway with one way out only joins paths.
  if (elements === undefined || after === undefined || next.length < 2) return undefined
  if (next.filter((id) => id === after.elementId).length !== 1) return undefined
  const target = elements.get(after.elementId)
  const isAlone = [...elements.values()].every(({ type }) => type !== 'PARALLEL_GATEWAY')
  return isAlone || target?.incomingCount === 1 ? target?.called : undefined
}
