export { BpmnError, bpmnErrors, describeProblem } from './errors.ts'
export type { BpmnErrorCode, BpmnProblem } from './errors.ts'
export { parseBpmn } from './parse-bpmn.ts'
export type * from './process.ts'
