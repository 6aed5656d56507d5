import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { SelectionSearch } from './selection.ts'

/** A pass through an element. */
interface Pass {
  readonly elementId: string
  readonly elementInstanceKey: string
}

/** A part of the page that someone was led to, and that takes the focus: each time anew. */
export interface Asked {
  readonly part: 'step' | 'variables'
  /** Of the pass; for the variables of the Request its own. */
  readonly key: string
  /** The name of one of the variables. */
  readonly variable?: string | undefined
}

/** What is selected of a Request, as it stands in the address. */
export interface Selection {
  /** The id of an element. */
  readonly element: string | undefined
  /** The key of the pass through it whose details are open. */
  readonly step: string | undefined
  readonly asked: Asked | undefined
  /** Selects an element and opens the latest pass through it. */
  readonly selectElement: (elementId: string | undefined) => void
  readonly openStep: (pass: Pass) => void
  /** Leads to a pass. */
  readonly showStep: (pass: Pass) => void
  /** Leads to the variables of a pass, or to one of them. */
  readonly showStepVariables: (pass: Pass, variable?: string) => void
  /** Leads to the variables of the Request, or to one that it has or lacks. */
  readonly showVariables: (variable?: string) => void
  readonly clear: () => void
}

export const useSelection = (passes: readonly Pass[]): Selection => {
  const from = '/requests/$processInstanceKey'
  const { element, step } = useSearch({ from })
  const { processInstanceKey } = useParams({ from })
  const navigate = useNavigate({ from })
  const [asked, setAsked] = useState<Asked>()
  const select = (search: SelectionSearch, leadingTo?: Asked) => {
    setAsked(leadingTo)
    void navigate({ search, replace: true })
  }
  const leadTo = (pass: Pass, part: Asked['part'], variable?: string) =>
    select(searchOf(pass), { part, key: pass.elementInstanceKey, variable })
  const latestOf = (elementId: string | undefined) =>
    passes.findLast((pass) => pass.elementId === elementId)?.elementInstanceKey
  return {
    element,
    step: step ?? latestOf(element),
    asked,
    selectElement: (elementId) => select({ element: elementId, step: latestOf(elementId) }),
    openStep: (pass) => select(searchOf(pass)),
    showStep: (pass) => leadTo(pass, 'step'),
    showStepVariables: (pass, variable) => leadTo(pass, 'variables', variable),
    showVariables: (variable) => setAsked({ part: 'variables', key: processInstanceKey, variable }),
    clear: () => select({}),
  }
}

const searchOf = ({ elementId, elementInstanceKey }: Pass): SelectionSearch => ({
  element: elementId,
  step: elementInstanceKey,
})
