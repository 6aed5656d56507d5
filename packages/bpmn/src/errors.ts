/** What can be wrong with a BPMN file, by code: what happened and what to do about it. */
export const bpmnErrors = {
  XML_INVALID: 'The file is not well-formed XML. Correct it at the line shown.',
  XML_DOCTYPE: 'The file has a DOCTYPE, which is never needed and not safe. Remove it.',
  XML_TOO_LARGE: 'The file is over 5 MB, 50,000 elements or 256 levels. Split the model.',
  BPMN_INVALID: 'The model breaks a rule of BPMN or of Zeebe. Correct the element named.',
  BPMN_UNSUPPORTED: 'The model uses an element that Tenon does not run yet. See the docs.',
} as const

export type BpmnErrorCode = keyof typeof bpmnErrors

export interface BpmnProblem {
  readonly code: BpmnErrorCode
  /** null where the problem is not that of an element. */
  readonly elementId: string | null
  readonly line: number | null
  /** What is wrong and what to do, without the place. */
  readonly message: string
}

/** A file that was refused, with all that was found. */
export class BpmnError extends Error {
  override readonly name = 'BpmnError'
  readonly code: BpmnErrorCode
  readonly problems: readonly BpmnProblem[]
  constructor(problems: readonly [BpmnProblem, ...BpmnProblem[]]) {
    super(problems.map(describeProblem).join('\n'))
    this.code = problems[0].code
    this.problems = problems
  }
}

/** A problem in one line: place, then what is wrong. */
export const describeProblem = ({ elementId, line, message }: BpmnProblem): string => {
  const place = [
    elementId === null ? '' : `element ${elementId}`,
    line === null ? '' : `line ${line}`,
  ]
  const named = place.filter((part) => part !== '').join(', ')
  return named === '' ? message : `${named}: ${message}`
}
