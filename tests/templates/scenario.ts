import type { ElementTemplate, FieldValue } from '@tenon/templates'

/** Templates applied to the element `element` one after the other, each with some edits. */
export interface Scenario {
  readonly name: string
  /** The diagram to start from. */
  readonly xml: string
  readonly phases: readonly Phase[]
  readonly end: 'unlink' | 'remove'
  readonly seed: number
}

/** One template applied, by one of its presets where it has such, and at most so many edits. */
export interface Phase {
  readonly template: ElementTemplate
  readonly preset?: string | undefined
  readonly editsMax: number
  /** Properties that are left alone, by their places in the template. */
  readonly untouched?: readonly number[]
}

/** One thing that a person does; phases and properties by their places in their lists. */
export type Action =
  | { readonly kind: 'open' }
  | { readonly kind: 'apply'; readonly phase: number }
  | { readonly kind: 'change'; readonly property: number; readonly value?: FieldValue }
  | { readonly kind: 'unlink' | 'remove' }

/** An active property by its place in the template, and what its control shows. */
export interface ShownField {
  readonly property: number
  readonly value?: FieldValue
}

/** The model after an action, and the form of the template, empty where there is none. */
export interface Outcome {
  readonly xml: string
  readonly fields: readonly ShownField[]
}

/** What was done, and what came of it. */
export interface Step extends Outcome {
  readonly action: Action
}

/** What can do what a scenario says. */
export interface Performer {
  readonly open: (scenario: Scenario, xml: string) => Promise<void>
  /** After it was opened. */
  readonly perform: (action: Action) => Promise<Outcome>
}
