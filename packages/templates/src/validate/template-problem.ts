import type { TemplateErrorCode } from '../errors.ts'

/** What `validateTemplate` finds. */
export interface TemplateProblem {
  readonly code: TemplateErrorCode
  /** A warning does not keep a template from being used. */
  readonly severity: 'error' | 'warning'
  /** Such as `properties[3].binding.type`; empty for the template itself. */
  readonly path: string
  /** From 1; only where text was given. */
  readonly line?: number
  /** What is wrong, where, and what to do. */
  readonly message: string
}
