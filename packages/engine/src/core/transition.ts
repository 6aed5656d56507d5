/** One move of a token; what a step works through, and stores when its budget is used up. */
export type Transition =
  | { readonly kind: 'TAKE_FLOW'; readonly flowId: string; readonly scopeKey: number }
  | { readonly kind: 'ACTIVATE'; readonly elementInstanceKey: number }
  /** Starts something in a scope: see `ElementBehavior.start`. */
  | { readonly kind: 'START'; readonly scopeKey: number }
  | { readonly kind: 'COMPLETE'; readonly elementInstanceKey: number }
  | {
      readonly kind: 'BROADCAST'
      readonly elementInstanceKey: number
      readonly signalName: string
    }
