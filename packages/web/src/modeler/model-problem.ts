/** Something that keeps a model from being deployed, or from doing what is meant. */
export interface ModelProblem {
  /** null where the problem is not that of an element. */
  readonly elementId: string | null
  /** The field of the element's template, where it is one. */
  readonly fieldId?: string
  /** What is wrong and what to do, without the place. */
  readonly message: string
}
