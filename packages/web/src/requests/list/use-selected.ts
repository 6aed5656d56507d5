import type { ProcessInstance } from '@tenon/orchestration'
import { useState } from 'react'

/** Which of the Requests that are shown are selected. */
export interface Selected {
  readonly requests: readonly ProcessInstance[]
  readonly isAll: boolean
  has(processInstanceKey: string): boolean
  set(processInstanceKey: string, isSelected: boolean): void
  setAll(isSelected: boolean): void
}

/** What is not shown any more is not selected: nobody acts on what they do not see. */
export const useSelected = (shown: readonly ProcessInstance[]): Selected => {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const requests = shown.filter(({ processInstanceKey }) => keys.has(processInstanceKey))
  return {
    requests,
    isAll: shown.length > 0 && requests.length === shown.length,
    has: (key) => keys.has(key),
    set: (key, isSelected) => {
      const others = [...keys].filter((other) => other !== key)
      setKeys(new Set(isSelected ? [...others, key] : others))
    },
    setAll: (isSelected) => {
      setKeys(new Set(isSelected ? shown.map(({ processInstanceKey }) => processInstanceKey) : []))
    },
  }
}
