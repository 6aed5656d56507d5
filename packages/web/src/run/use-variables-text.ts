import { useState } from 'react'
import type { NeededVariable } from './needed-variables.ts'
import { keepTypedVariables, variablesToStartWith } from './remembered-variables.ts'
import { addNeeded, isWritten, readObject } from './starting-variables.ts'

interface VariablesText {
  /** What was typed or given last, with all that is needed. */
  readonly offered: string
  /** That, until it is changed. */
  readonly text: string
  /** The object that the text is, or was before what is typed now. */
  readonly given: object
  /** Whether a value is written just now that the text cannot be read with. */
  readonly isUnfinished: (path: NeededVariable) => boolean
  readonly change: (text: string) => void
}

/** The text of the variables, which begins with what is offered. */
export const useVariablesText = (
  processDefinitionId: string,
  needed: readonly NeededVariable[] = [],
): VariablesText => {
  const [known] = useState(() => variablesToStartWith(processDefinitionId))
  const [typed, setTyped] = useState<string>()
  const [readable, setReadable] = useState<object>()
  const offered = addNeeded(known, needed)
  const text = typed ?? offered
  const change = (changed: string) => {
    setTyped(changed)
    keepTypedVariables(processDefinitionId, changed)
    // While a value is typed the text is no object for a moment.
    setReadable((before) => readObject(changed) ?? before ?? readObject(text))
  }
  const read = readObject(text)
  return {
    offered,
    text,
    given: read ?? readable ?? {},
    isUnfinished: (path) => read === undefined && isWritten(text, path),
    change,
  }
}
