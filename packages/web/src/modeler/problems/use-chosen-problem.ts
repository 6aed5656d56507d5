import { useCallback, useEffect, useState } from 'react'
import type { TenonModeler } from '../../canvas/services.ts'
import type { FocusRequest } from '../../panel/focus-request.ts'
import type { ModelProblem } from '../model-problem.ts'
import { showProblems } from './show-problems.ts'

/** Marks problems on the canvas, and leads to the one that is chosen there or in the drawer. */
export const useChosenProblem = (
  modeler: TenonModeler,
  problems: readonly ModelProblem[],
  openPanel: () => void,
) => {
  const [focus, setFocus] = useState<FocusRequest>()
  const choose = useCallback(
    ({ elementId, fieldId }: ModelProblem) => {
      const element = elementId === null ? undefined : modeler.get('elementRegistry').get(elementId)
      if (element === undefined) return
      modeler.get('selection').select(element)
      modeler.get('canvas').scrollToElement(element)
      openPanel()
      const place = { elementId: element.id, ...(fieldId !== undefined && { fieldId }) }
      setFocus((last) => ({ ...place, stamp: (last?.stamp ?? 0) + 1 }))
    },
    [modeler, openPanel],
  )
  useEffect(() => showProblems(modeler, problems, choose), [modeler, problems, choose])
  return { focus, choose }
}
