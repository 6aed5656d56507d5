import type { ModelProblem } from '../model-problem.ts'

/**
 * All problems, each once: a wrong expression is one for who deploys the model, and one at the field
 * of the template, where it can be mended.
 */
export const joinProblems = (
  ofModel: readonly ModelProblem[],
  ofFields: readonly ModelProblem[],
): readonly ModelProblem[] => [
  ...ofModel.filter((problem) => !ofFields.some((field) => isSame(problem, field))),
  ...ofFields,
]

const isSame = (problem: ModelProblem, field: ModelProblem): boolean =>
  problem.elementId === field.elementId && reasonOf(problem) === reasonOf(field)

/** Without the mapping or the field, which comes first. */
const reasonOf = ({ message }: ModelProblem): string => message.slice(message.indexOf(': ') + 1)
