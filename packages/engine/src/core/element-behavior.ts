import type { Evaluate, Flow } from './definition.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'

/** What is particular to an element; what is absent is done as for every element. */
export interface ElementBehavior {
  /** Whether a token that arrives by the flow activates the element; default always. */
  readonly arrive?: (step: Step, flow: Flow, scopeKey: number) => boolean
  /** Of an event: begins to wait at its host; nothing to do for what is thrown to it. */
  readonly wait?: ((step: Step, hostKey: number) => void) | undefined
  /** Whether it completes in the same moment, as gateways do, before any other token moves. */
  readonly isInstant?: boolean
  /** After the input mappings; default: complete. */
  readonly activate?: (step: Step, instance: ElementInstance) => void
  /**
   * Of what holds others: one of them is to start. A transition each, so that a long list is gone
   * through in many steps, and blocks nobody.
   */
  readonly start?: (step: Step, scope: ElementInstance) => void
  /** Of what holds others: one of them starts, before its input mappings. */
  readonly activateChild?: (step: Step, scope: ElementInstance, child: ElementInstance) => void
  /**
   * Of what holds others: one of them completes, after its output mappings. Returns whether it is
   * the last one, so that all else in the scope ends.
   */
  readonly completeChild?: (step: Step, scope: ElementInstance, child: ElementInstance) => boolean
  /** Before the output mappings. */
  readonly complete?: (step: Step, instance: ElementInstance) => void
  /** The flows to take at completion, in order; default all outgoing ones. */
  readonly leave?: (step: Step, instance: ElementInstance) => readonly Flow[]
}

/** What an element is compiled from, beside its model. */
export interface CompileContext {
  /** A text of the model, FEEL or not. */
  readonly compile: (text: string) => Evaluate
  /** In the order in which tokens are sent: Zeebe's, the reverse of the document's. */
  readonly outgoing: readonly Flow[]
}
