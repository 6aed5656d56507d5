/** An element template of Camunda's schema: what is known of each. */
export interface FoundTemplate {
  readonly id: string
  readonly version?: number | undefined
}

/** What a connector or a file brings. */
export interface TemplatesFound {
  /** Name of the file, or of the connector. */
  readonly source: string
  readonly templates: readonly FoundTemplate[]
  readonly problems: readonly string[]
}

/** The element templates that a modeler may offer, and what keeps others from it. */
export interface TemplateList {
  readonly items: readonly FoundTemplate[]
  readonly problems: readonly { readonly file: string; readonly message: string }[]
  /** What the installed connectors do; a job of another type waits for a worker. */
  readonly jobTypes: readonly string[]
}
