/** Asks the panel to select an element and to bring one to a field of it. */
export interface FocusRequest {
  readonly elementId: string
  readonly fieldId?: string
  /** Tells one request from the next. */
  readonly stamp: number
}
