import type { ElementTemplate } from '@tenon/templates'
import { useEffect, useState } from 'react'
import type { TenonModeler } from '../../canvas/services.ts'
import { templateProblems } from '../../panel/template-problems.ts'
import type { ModelProblem } from '../model-problem.ts'
import { joinProblems } from './join-problems.ts'
import { ModelChecker } from './model-checker.ts'

const pauseMs = 300

/** All problems of the model, a moment after its last change. */
export const useProblems = (
  modeler: TenonModeler,
  templates: readonly ElementTemplate[],
  warnings: readonly string[],
): readonly ModelProblem[] => {
  const [found, setFound] = useState<readonly ModelProblem[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const checker = new ModelChecker((problems) => {
      setFound(joinProblems(problems, templateProblems(modeler, templates)))
    })
    const check = async () => {
      const { xml } = await modeler.saveXML()
      if (xml !== undefined) checker.check(xml)
    }
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void check(), pauseMs)
    }
    modeler.get('eventBus').on('commandStack.changed', changed)
    void check()
    return () => {
      clearTimeout(timer)
      modeler.get('eventBus').off('commandStack.changed', changed)
      checker.close()
    }
  }, [modeler, templates])
  return [...warnings.map((message) => ({ elementId: null, message })), ...found]
}
