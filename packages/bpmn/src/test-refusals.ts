import { BpmnError, describeProblem } from './errors.ts'
import { parseBpmn } from './parse-bpmn.ts'

/** All problems, a line each: code, place, message. */
export const refusals = async (xml: string): Promise<readonly string[]> => {
  try {
    await parseBpmn(xml)
    return []
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error
    return error.problems.map((problem) => `${problem.code} ${describeProblem(problem)}`)
  }
}
