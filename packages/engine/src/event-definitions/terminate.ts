import type { ElementBehavior } from '../core/element-behavior.ts'
import { terminateSiblings } from '../core/terminate.ts'

/** Ends all else that goes on in its scope, which then completes. */
export const terminates: ElementBehavior = { complete: terminateSiblings }
