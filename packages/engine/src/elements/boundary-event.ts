import type { BoundaryEvent } from '@tenon/bpmn'
import type { ElementBehavior } from '../core/element-behavior.ts'
import { passOn } from '../core/variables.ts'

/** Passes on what has happened, but for an error, whose variables Zeebe keeps with the event. */
export const boundaryEvent = ({ definition, outputs }: BoundaryEvent): ElementBehavior =>
  definition.kind === 'ERROR' || outputs.length > 0
    ? {}
    : { complete: (step, instance) => passOn(step, instance) }
