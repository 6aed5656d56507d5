/** One move of a token; what a step works through, and stores when its budget is used up. */
export type Transition =
  | { readonly kind: 'TAKE_FLOW'; readonly flowId: string; readonly scopeKey: number }
  | { readonly kind: 'ACTIVATE'; readonly elementInstanceKey: number }
  /** Starts the next instance of a multi-instance, whose body is the scope. */
  | { readonly kind: 'START_NEXT'; readonly scopeKey: number }
  | { readonly kind: 'COMPLETE'; readonly elementInstanceKey: number }
