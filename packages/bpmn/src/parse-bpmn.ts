import type { Process } from './process.ts'

/** The executable processes of a BPMN 2.0 file. Throws `BpmnError` with all problems found. */
export const parseBpmn = async (xml: string): Promise<readonly Process[]> => {
  throw new Error(xml)
}
