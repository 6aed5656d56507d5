// The package has no types of its own; these are of what is used here.
declare module '@bpmn-io/element-templates-validator' {
  interface Problem {
    /** JSON pointer. */
    readonly instancePath: string
    readonly schemaPath: string
    readonly message: string
    /** Zero-based. */
    readonly dataPointer?: { readonly value?: { readonly line: number } }
  }
  export function validateZeebe(template: unknown): {
    readonly valid: boolean
    /** What was validated, parsed. */
    readonly object?: unknown
    readonly errors?: readonly Problem[] | null
    readonly warnings?: readonly Problem[] | null
  }
}
