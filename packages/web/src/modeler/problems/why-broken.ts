import { BpmnError, parseBpmn } from '@tenon/bpmn'
import { modelerWords } from '../words.ts'

/** Why a model cannot be drawn, with the line: our own parser knows it, the canvas does not. */
export const whyBroken = async (xml: string, error: Error): Promise<string> => {
  if (error.message === 'no diagram to display') return modelerWords.broken.noDiagram
  try {
    await parseBpmn(xml)
    return error.message
  } catch (refusal) {
    if (!(refusal instanceof BpmnError)) throw refusal
    const [first] = refusal.problems
    if (first === undefined || !first.code.startsWith('XML_')) return error.message
    const { line, message } = first
    return line === null ? message : `${modelerWords.broken.line(line)}: ${message}`
  }
}
