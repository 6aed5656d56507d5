import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ElementInstance } from '@tenon/orchestration'
import type { SelectionSearch } from './selection.ts'

/** What is selected of a Request, as it stands in the address. */
export interface Selection {
  /** The id of an element. */
  readonly element: string | undefined
  /** The key of the pass through it whose details are open. */
  readonly step: string | undefined
  /** Selects an element and opens the latest pass through it. */
  readonly selectElement: (elementId: string | undefined) => void
  readonly openStep: (pass: ElementInstance) => void
  readonly clear: () => void
}

export const useSelection = (passes: readonly ElementInstance[]): Selection => {
  const { element, step } = useSearch({ from: '/requests/$processInstanceKey' })
  const navigate = useNavigate({ from: '/requests/$processInstanceKey' })
  const select = (search: SelectionSearch) => {
    void navigate({ search, replace: true })
  }
  const latestOf = (elementId: string | undefined) =>
    passes.findLast((pass) => pass.elementId === elementId)?.elementInstanceKey
  return {
    element,
    step: step ?? latestOf(element),
    selectElement: (elementId) => select({ element: elementId, step: latestOf(elementId) }),
    openStep: ({ elementId, elementInstanceKey }) =>
      select({ element: elementId, step: elementInstanceKey }),
    clear: () => select({}),
  }
}
