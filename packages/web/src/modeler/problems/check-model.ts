import { BpmnError, checkExpressions, parseBpmn, type BpmnProblem } from '@tenon/bpmn'
import { refusalOf } from '@tenon/feel'
import type { ModelProblem } from '../model-problem.ts'

/** All that a deployment of the model would be refused for, in the same words. */
export const checkModel = async (xml: string): Promise<readonly ModelProblem[]> => {
  try {
    const processes = await parseBpmn(xml)
    return processes.flatMap((process) => checkExpressions(process, refusalOf)).map(toProblem)
  } catch (error) {
    if (error instanceof BpmnError) return error.problems.map(toProblem)
    throw error
  }
}

const toProblem = ({ elementId, message }: BpmnProblem): ModelProblem => ({ elementId, message })
