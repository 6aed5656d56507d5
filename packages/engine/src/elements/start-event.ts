import type { StartEvent } from '@tenon/bpmn'
import type { ElementBehavior } from '../core/element-behavior.ts'
import { passOn } from '../core/variables.ts'

/** Passes on what an event sub-process has started with. */
export const startEvent = ({ definition, outputs }: StartEvent): ElementBehavior =>
  definition.kind === 'NONE' || outputs.length > 0
    ? {}
    : { complete: (step, instance) => passOn(step, instance) }
